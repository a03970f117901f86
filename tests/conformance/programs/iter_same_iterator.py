# axes: process
# hops: 3
# The iterator of a running loop is in a list and an attribute too, and stays the same object.
from hop import hop


class Counts:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n in (2, 4):
            hop()
        if self.n > 6:
            raise StopIteration
        return self.n


def work(iterator, held):
    out = []
    for x in iterator:
        out.append((x, next(held[0]), held[0] is iterator))
    return out


counts = Counts()
print(work(counts, [counts]), counts.n)
mapped = map(lambda x: hop(x) if x == 2 else x, iter([1, 2, 3, 4]))
for x in mapped:
    print(x, next(mapped))
