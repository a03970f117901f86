# axes: process
# hops: 6
# Generator expressions that run: under for, next, with conditions and two loops.
from hop import hop


def work(k):
    out = []
    for x in (hop(i + k) if i == 1 else i + k for i in range(3)):
        out.append(x)
    for x in (i * j for i in (1, 2) if hop(i) == 2 for j in (k, hop(k + 1))):
        out.append(x)
    return out


print(work(10))
squares = (hop(i) ** 2 for i in (3, 4))
print(next(squares), next(squares), next(squares, None))
