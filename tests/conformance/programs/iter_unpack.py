# refused: 6
# axes: process
# hops: 6
# Unpacking from iterators: exact, with a star, too few, too many.
from hop import hop


class Counts:
    def __init__(self, limit, hop_at=1):
        self.n, self.limit, self.hop_at = 0, limit, hop_at

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == self.hop_at:
            hop()
        if self.n > self.limit:
            raise StopIteration
        return self.n


def unpack(counts):
    try:
        a, b = counts
        return a, b
    except ValueError as error:
        return str(error)


def work():
    a, *b, c = Counts(5, 3)
    (d, e), f = Counts(2, 2), 5
    return a, b, c, d, e, f


print(work(), unpack(Counts(2, 3)), unpack(Counts(1, 2)), unpack(Counts(9, 3)))
x, y = Counts(2)
print(x, y)
