# axes: process
# hops: 6
# Augmented attributes: a hop while it is read, while the operator works, while it is stored.
from hop import hop


class Value:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Value(hop(self.value + other))


class Thing:
    def __init__(self):
        self._x = Value(1)

    @property
    def x(self):
        return hop(self._x)

    @x.setter
    def x(self, value):
        hop()
        self._x = value


def get(thing):
    print("evaluated once")
    return thing


def work(thing):
    get(thing).x += 5
    return thing._x.value


thing = Thing()
print(work(thing))
thing.x += 7
print(thing._x.value)
