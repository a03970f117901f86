# hops: 2
# Frames that wait in a call with keyword arguments.
from hop import hop


def inner(a, *, b, c=3):
    hop()
    return {"a": a, "b": b, "c": c}


def outer(x):
    first = inner(x, b=x * 2)
    second = inner(a=first["a"], b=4, c=first)
    return second


print(outer(1))
