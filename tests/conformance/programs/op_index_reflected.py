# refused: 4
# axes: process
# hops: 4
# A number on the left of a sequence, in-place repetition, a slice with two bounds.
from hop import hop


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return hop(self.value)


def work():
    items = same = [1, 2]
    items *= Index(2)
    print(items, items is same)
    print(Index(3) * (0,), items[Index(1) : Index(3)])


work()
