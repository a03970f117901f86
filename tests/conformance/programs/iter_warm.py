# axes: process
# hops: 3
# Loops that are specialised before the hop: iterators of the program's own, map, sequences.
from hop import hop


class Counts:
    def __init__(self, limit):
        self.n, self.limit = 0, limit

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 200:
            hop()
        if self.n > self.limit:
            raise StopIteration
        return self.n


class Sequence:
    def __getitem__(self, index):
        if index == 210:
            raise IndexError
        return hop(index) if index == 200 else index


def work(iterable):
    total = 0
    for x in iterable:
        total += x
    return total


print(work(Counts(205)), work(Sequence()), work(map(lambda x: hop(x) if x == 200 else x, range(203))))
