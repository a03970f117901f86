# axes: process
# hops: 5
# divmod and round, forward and reflected.
from hop import hop


class N:
    def __divmod__(self, other):
        return hop(("divmod", other))

    def __rdivmod__(self, other):
        return hop(("rdivmod", other))

    def __round__(self, digits=None):
        return hop(("round", digits))


print(divmod(N(), 3), divmod(9, N()))
print(round(N()), round(N(), 2))
quotient, remainder = divmod(N(), 5)
print(quotient, remainder)
