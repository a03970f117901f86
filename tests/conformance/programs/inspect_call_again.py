# hops: 3
# A function whose frame moved is called anew and moves again.
from hop import hop


def work(n, out):
    out.append(n)
    hop()
    if n:
        work(n - 1, out)
    out.append(-n)
    return out


print(work(2, []))
