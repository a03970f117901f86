# axes: process
# hops: 3
# An operator in the body of a generator that runs, and in the arguments of a yield.
from hop import hop


class N:
    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        return hop(self.value * other)


def products(n):
    for i in range(3):
        got = yield n * i
        if got:
            return


total = []
for product in products(N(5)):
    total.append(product)
print(total)
