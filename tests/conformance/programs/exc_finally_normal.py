# hops: 3
# A hop in finally, and before it, on the normal way.
from hop import hop


def attempt(out):
    try:
        out.append(hop("body"))
    finally:
        out.append(hop("finally"))
    out.append("after")
    try:
        pass
    finally:
        out.append(hop("second"))
    return out


print(attempt([]))
