# hops: 3
# Frames that wait in a call with *args and **kwargs.
from hop import hop


def inner(*args, **kwargs):
    hop()
    return args, sorted(kwargs.items())


def outer(*args, **kwargs):
    one = inner(*args)
    two = inner(0, *args, last=True, **kwargs)
    three = inner(**kwargs)
    return one, two, three


print(outer(1, 2, x=3, y=[4]))
