# axes: process
# hops: 5
# Operators deep in expressions: arguments, displays, keywords, attributes of the result.
from hop import hop


class N(int):
    def __add__(self, other):
        hop()
        return N(int(self) + int(other))

    __radd__ = __add__


def take(*args, **kwargs):
    return args, sorted(kwargs.items())


def work(a, b):
    print(take(1, [2, a + b, *(3, 4)], k=b + a, **{"z": 5}))
    print({1, a + 1, 2}, "text".replace("t", str(2 + a)))
    return (a + b).real.bit_length()


print(work(N(6), N(7)))
