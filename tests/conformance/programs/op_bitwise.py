# axes: process
# hops: 6
# A hop inside the method of each bitwise operator, and of @.
from hop import hop


class N:
    def __init__(self, bits):
        self.bits = bits

    def __and__(self, other):
        return hop("and"), self.bits & other

    def __or__(self, other):
        return hop("or"), self.bits | other

    def __xor__(self, other):
        return hop("xor"), self.bits ^ other

    def __lshift__(self, other):
        return hop("lshift"), self.bits << other

    def __rshift__(self, other):
        return hop("rshift"), self.bits >> other

    def __matmul__(self, other):
        return hop("matmul"), [self.bits, other]


n = N(12)
print(n & 5, n | 5, n ^ 5)
print(n << 2, n >> 2, n @ 2)
