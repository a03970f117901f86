# Frames that wait in a call with positional arguments.
from hop import hop


def inner(a, b, c):
    hop()
    return (a, b, c)


def outer(x):
    return inner(x, x + 1, x + 2)


print(outer(1))
