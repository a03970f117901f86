# axes: process
# hops: 6
# refused: 6
# Generators that nothing holds any more hop in the middle of their end: refused, and nothing of what is being let go is touched.
from hop import hop

LOG = []


def numbers(n):
    try:
        for i in range(n):
            yield i
    finally:
        hop()
        LOG.append(("end", n))


class V:
    def __init__(self, n):
        self.n = n


def a():
    return [next(map(V, numbers(2)), None).n for _ in range(2)]


def b():
    for x in zip(numbers(3), "a"):
        LOG.append(x)
    return "b"


def c():
    map(V, numbers(2)).__next__()
    x = [numbers(2)]
    next(x[0])
    x = 5
    return x


def d(it):
    return next(it)


def e():
    return d(zip(numbers(2), "ab"))


for f in a, b, c, e:
    print(f())
print(LOG)
