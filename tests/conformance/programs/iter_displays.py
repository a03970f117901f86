# refused: 3.8 6, 3.9-3.15 2
# axes: process
# hops: 6
# Stars in displays and calls take iterators that hop.
from hop import hop


class Counts:
    def __init__(self, hop_at=2):
        self.n, self.hop_at = 0, hop_at

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == self.hop_at:
            hop()
        if self.n == 3:
            raise StopIteration
        return self.n


def take(*args, **kwargs):
    return args, kwargs


def work():
    print([0, *Counts(), 9], (*Counts(3), 8), {*Counts()})
    return take(0, *Counts(1), *[7], k=1), take(*Counts(3))


print(work())
listed = [5]
listed[1:] = Counts()
print(listed)
