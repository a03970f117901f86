# refused: 3
# axes: process
# hops: 6
# itertools in for loops, with functions and iterators that hop.
import itertools

from hop import hop


class Counts:
    def __init__(self, hop_at):
        self.n, self.hop_at = 0, hop_at

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == self.hop_at:
            hop()
        if self.n == 5:
            raise StopIteration
        return self.n


def work():
    out = []
    for x in itertools.chain("a", Counts(2), "b"):
        out.append(x)
    for x in itertools.islice(Counts(3), 1, 4):
        out.append(x)
    for x in itertools.takewhile(lambda x: hop(x < 3) if x == 3 else x < 3, Counts(9)):
        out.append(x)
    for x in itertools.starmap(lambda x, y: hop(x + y) if x == 3 else x + y, [(1, 2), (3, 4)]):
        out.append(x)
    return out


print(work())
for x in itertools.dropwhile(lambda x: hop(x < 2) if x == 2 else x < 2, Counts(9)):
    print(x)
for x in itertools.filterfalse(lambda x: hop(x > 1) if x == 4 else x > 1, Counts(9)):
    print(x)
