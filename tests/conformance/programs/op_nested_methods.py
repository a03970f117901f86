# axes: process
# hops: 6
# A method that waits for another one: operators inside of operators, items inside of attributes, four deep.
from hop import hop


class Deep:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return self[other] + [self.n]

    def __getitem__(self, key):
        return self.value + [key]

    @property
    def value(self):
        return [x for x in self]

    def __iter__(self):
        hop()
        for i in range(2):
            yield -self if i else hop(self.n)

    def __neg__(self):
        return len(self)

    def __len__(self):
        return hop(self.n)


def work(deep):
    total = deep + 5
    return total, f"{deep[0]}"


print(work(Deep(3)))
