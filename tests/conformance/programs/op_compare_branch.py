# axes: process
# hops: 5
# Comparisons in conditions: of if, while, and, or, conditional expressions and assert.
from hop import hop


class N:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return hop(self.value < other)

    def __eq__(self, other):
        return hop(self.value == other)


def work(n):
    turns = 0
    while n < 2:
        n.value += 1
        turns += 1
    if n == 3:
        return "three", turns
    assert n < 5, "too large"
    return "else", turns, "low" if n < 1 else "high"


print(work(N(1)))
