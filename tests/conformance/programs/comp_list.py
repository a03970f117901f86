# hops: 3
# List comprehensions, at module level and in a function, with conditions.
from hop import hop


def step(x):
    if x == 2:
        hop()
    return x * 10


def table(n, k):
    return [step(x) + k for x in range(n) if x != k]


print([step(x) for x in range(4)], table(4, 1))
print([x for x in (1, 2, 3) if step(x) > 10])
