# refused: 5
# axes: process
# hops: 5
# __length_hint__ and __len__, which are asked before an iterator is taken into a list.
import operator

from hop import hop


class Counts:
    def __init__(self, hint):
        self.hint, self.n = hint, 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 3:
            raise StopIteration
        return self.n

    def __length_hint__(self):
        return hop(self.hint)


def work():
    listed = [0, *Counts(2)]
    listed.extend(Counts(NotImplemented))
    return listed, operator.length_hint(Counts(5)), list(Counts(1))


print(work())
try:
    print([*Counts(-1)])
except ValueError as error:
    print(error)
