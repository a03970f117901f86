# refused: 1
# axes: process
# hops: 5
# map and filter in for loops, with functions that hop.
from hop import hop


def double(x):
    return hop(x * 2) if x == 2 else x * 2


def even(x):
    return hop(x % 4 == 0) if x == 4 else x % 4 == 0


def work():
    out = []
    for x in map(double, [1, 2, 3]):
        out.append(x)
    for x in filter(even, [2, 4, 8]):
        out.append(x)
    return out


print(work())
for pair in map(lambda a, b: (hop(a) if a == 1 else a, b), [0, 1], "xyz"):
    print(pair)
for x in filter(even, map(double, range(5))):
    print(x)
