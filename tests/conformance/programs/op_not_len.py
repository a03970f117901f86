# axes: process
# hops: 4
# not of what only has __len__; with the result negated twice, and in a condition.
from hop import hop


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return hop(self.size)


def work(a, b):
    if not a:
        return "empty", not not b
    return "full", not b


print(work(Sized(0), Sized(3)), work(Sized(2), Sized(0)))
