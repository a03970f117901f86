# refused: 3
# axes: process
# hops: 6
# The functions of module operator.
import operator

from hop import hop


class N:
    def __add__(self, other):
        return hop(("add", other))

    def __lt__(self, other):
        return hop(("lt", other))

    def __neg__(self):
        return hop("neg")

    def __contains__(self, other):
        return hop(other)

    def __bool__(self):
        return hop(False)

    def __iadd__(self, other):
        hop()
        return self


def work(n):
    print(operator.add(n, 1), operator.lt(n, 2), operator.neg(n))
    return operator.contains(n, 3), operator.not_(n), operator.iadd(n, 4) is n


print(work(N()))
