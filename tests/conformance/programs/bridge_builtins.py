# refused: 1
# axes: process
# hops: 6
# len, abs, iter, reversed, dir and isinstance.
from hop import hop


class Thing:
    def __len__(self):
        return hop(3)

    def __abs__(self):
        return hop("abs")

    def __iter__(self):
        hop()
        return iter("ab")

    def __reversed__(self):
        return hop("reversed")

    def __dir__(self):
        return hop(["c", "a", "b"])

    @property
    def __class__(self):
        return hop(int)


def work(thing):
    return len(thing), abs(thing), next(iter(thing)), reversed(thing), dir(thing), isinstance(thing, int)


print(work(Thing()))
