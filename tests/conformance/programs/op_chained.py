# axes: process
# hops: 6
# Chained comparisons: the middle is evaluated once, the first false ends it.
from hop import hop


class N:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        print("lt", self.value, other.value)
        return hop(self.value < other.value)


def middle(value):
    print("middle", value)
    return N(value)


def work(low, high):
    return [low < middle(5) < high]


print(work(N(1), N(9)), work(N(7), N(9)))
if N(1) < middle(2) < N(3):
    print("in between")
print(N(4) < middle(0) < middle(1))
