# refused: 7
# axes: process
# hops: 10
# Unpacking with a star asks for an iterator twice: what is unpacked, and then the iterator itself for the rest.
from hop import hop


class Iterator:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return hop(self)

    def __next__(self):
        self.n += 1
        if self.n > 4:
            raise StopIteration
        return self.n


class Sequence:
    def __iter__(self):
        return hop(iter((1, 2, 3)))


class Mixed:
    def __iter__(self):
        return hop(self.following)


class MixedIterator(Mixed, Iterator):
    @property
    def following(self):
        return self


class MixedSequence(Mixed):
    @property
    def following(self):
        return MixedIterator()


def work():
    a, *b, c = Iterator()
    print(a, b, c)
    a, *b = Sequence()
    print(a, b)
    *a, b = Sequence()
    print(a, b)
    a, *b = MixedSequence()
    print(a, b)
    a, *b = MixedIterator()
    print(a, b)


work()
a, *b = Iterator()
print(a, b)
