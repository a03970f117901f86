# axes: process
# hops: 5
# In-place bitwise operators, each once.
from hop import hop


class N:
    def __init__(self):
        self.log = []

    def __iand__(self, other):
        self.log.append(("&=", hop(other)))
        return self

    def __ior__(self, other):
        self.log.append(("|=", hop(other)))
        return self

    def __ixor__(self, other):
        self.log.append(("^=", hop(other)))
        return self

    def __ilshift__(self, other):
        self.log.append(("<<=", hop(other)))
        return self

    def __irshift__(self, other):
        self.log.append((">>=", hop(other)))
        return self


def work():
    n = first = N()
    n &= 1
    n |= 2
    n ^= 3
    n <<= 4
    n >>= 5
    return n is first, n.log


print(work())
