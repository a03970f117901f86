# refused: 2
# axes: process
# hops: 6
# in and not in: by __contains__ (any answer), by iterating, by __getitem__.
from hop import hop


class Contains:
    def __contains__(self, item):
        return hop(item)


class Iterates:
    def __iter__(self):
        print("iter")
        hop()
        return iter([1, 2])


class Next:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return hop(self.n) if self.n == 2 else self.n


print(["yes"] in Contains(), [] not in Contains())
print(2 in Iterates(), 3 not in Iterates())
n = Next()
print(3 in n, n.n, 9 in Next())
