# refused: 2
# axes: process
# hops: 4
# Running generators under unpacking, star-unpacking, in, and a comprehension.
from hop import hop


def numbers(hop_at, limit=3):
    for i in range(limit):
        yield hop(i) if i == hop_at else i


def work():
    a, b, c = numbers(1)
    d, *e = numbers(2)
    return a, b, c, d, e, 1 in numbers(1), [x + 1 for x in numbers(0)]


print(work())
