# axes: process
# hops: 6
# Reflected methods of the other operators.
from hop import hop


class N:
    def __rtruediv__(self, other):
        return hop((other, "/"))

    def __rfloordiv__(self, other):
        return hop((other, "//"))

    def __rmod__(self, other):
        return hop((other, "%"))

    def __rand__(self, other):
        return hop((other, "&"))

    def __rlshift__(self, other):
        return hop((other, "<<"))

    def __rmatmul__(self, other):
        return hop((other, "@"))


n = N()
print(1 / n, 2 // n, 3 % n)
print([4 & n, 5 << n, 6 @ n])
