# axes: process
# hops: 5
# getattr, hasattr, setattr and delattr with properties that hop.
from hop import hop


class Thing:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        return hop(self._x)

    @x.setter
    def x(self, value):
        self._x = hop(value)

    @x.deleter
    def x(self):
        hop()
        del self._x

    @property
    def broken(self):
        hop()
        raise AttributeError("broken")


def work(thing):
    print([getattr(thing, "x"), 0], getattr(thing, "broken", "default"))
    setattr(thing, "x", 5)
    print(thing._x, hasattr(thing, "broken"))
    delattr(thing, "x")
    try:
        return getattr(thing, "x")
    except AttributeError as error:
        return str(error)


print(work(Thing()))
