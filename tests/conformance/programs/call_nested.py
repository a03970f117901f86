# Calls as arguments of calls, several levels of half-filled argument lists.
from hop import hop


def add(a, b, c=0):
    return a + b + c


def mul(a, b):
    return a * b


print(add(1, mul(2, add(3, hop(4), c=mul(5, 6))), c=add(7, 8)))
