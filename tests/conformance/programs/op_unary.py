# axes: process
# hops: 6
# Unary operators and not.
from hop import hop


class N:
    def __neg__(self):
        return hop("neg")

    def __pos__(self):
        return hop("pos")

    def __invert__(self):
        return hop("invert")

    def __abs__(self):
        return hop("abs")


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return hop(self.value)


class Sized:
    def __len__(self):
        return hop(0)


def work(n):
    return [0, -n, (+n, ~n), abs(n)]


print(work(N()), not Truth(True), not Sized())
