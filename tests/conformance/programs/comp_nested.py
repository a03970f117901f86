# hops: 2
# Comprehensions in comprehensions, whose variables shadow those outside.
from hop import hop


def cell(x, y):
    if (x, y) == (1, 2):
        hop()
    return x * y


def matrix(x):
    y = "y stays"
    rows = [[cell(x, y) for y in range(3)] for x in range(3)]
    return rows, x, y


x = "x stays"
print([cell(x, y) for x in range(3) for y in range(3) if x != y], x)
print(matrix("inner x"))
