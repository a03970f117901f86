# hops: 4
# finally left by break and continue, with hops in it.
from hop import hop


def attempt():
    out = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            hop()
            out.append("f%d" % i)
    return out


print(attempt())
