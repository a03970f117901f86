# refused: 2
# axes: process
# hops: 5
# Powers: **, reflected, in place, and pow() with three arguments.
from hop import hop


class N:
    def __pow__(self, exponent, modulus=None):
        return hop(("pow", exponent, modulus))

    def __rpow__(self, base, modulus=None):
        return hop(("rpow", base, modulus))


n = N()
print(n**3, "|", 2**n)
x = N()
x **= 4
print(x)
print(pow(n, 5), pow(n, 6, 7))
