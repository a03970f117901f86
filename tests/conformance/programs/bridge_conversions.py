# axes: process
# hops: 6
# int, float, complex, bytes, hash and index of an object of the program's own.
import operator

from hop import hop


class N:
    def __int__(self):
        return hop(5)

    def __float__(self):
        return hop(2.5)

    def __complex__(self):
        return hop(1j)

    def __bytes__(self):
        return hop(b"bytes")

    def __hash__(self):
        return hop(7)

    def __index__(self):
        return hop(3)


def work(n):
    return int(n) + 1, [float(n)], complex(n), bytes(n), hash(n), operator.index(n)


print(work(N()))
