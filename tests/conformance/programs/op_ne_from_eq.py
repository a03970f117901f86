# axes: process
# hops: 3
# != of a class with __eq__ only, whose answer is inverted by object.__ne__.
from hop import hop


class N:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return hop(self.value == other.value)


class Odd:
    def __eq__(self, other):
        return hop([1])


print(N(1) != N(1), N(1) != N(2), Odd() != 0)
