# axes: process
# hops: 6
# __index__ of what subscripts builtin sequences.
from hop import hop


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return hop(self.value)


def work(one):
    items = [0, [1], 2]
    print((7, 8)[one], "abc"[one], b"abc"[one], range(5, 9)[one])
    items[one].append(5)
    items[one] = items
    return items[1] is items


print(work(Index(1)))
