# hops: 2
# Positional-only parameters and keyword names that repeat them.
from hop import hop


def work(a, b=2, /, c=3, *, d=4, **kw):
    hop()
    return a, b, c, d, kw


print(work(1, d=5, a=6), work(0, 1, c=2))
