# axes: process
# hops: 6
# In-place arithmetic, each operator once.
from hop import hop


class N:
    log = []

    def __itruediv__(self, other):
        self.log.append(("/=", hop(other)))
        return self

    def __ifloordiv__(self, other):
        self.log.append(("//=", hop(other)))
        return self

    def __imod__(self, other):
        self.log.append(("%=", hop(other)))
        return self

    def __ipow__(self, other):
        self.log.append(("**=", hop(other)))
        return self

    def __imatmul__(self, other):
        self.log.append(("@=", hop(other)))
        return self

    def __isub__(self, other):
        self.log.append(("-=", hop(other)))
        return self


n = first = N()
n /= 1
n //= 2
n %= 3
n **= 4
n @= 5
n -= 6
print(n is first, n.log)
