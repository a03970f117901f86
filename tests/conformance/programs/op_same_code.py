# axes: process
# hops: 4
# One function is the method of several operators and recurses through them; each call has its own place.
from hop import hop


class N:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        if self.n == 0:
            return hop([other])
        return (N(self.n - 1) - other) + [self.n]

    __sub__ = __radd__ = __mul__ = __add__


def work():
    return N(3) + 1, 2 + N(2), N(1) * 3


print(work(), hop("end"))
