# refused: 3
# axes: process
# hops: 6
# itemgetter, attrgetter and methodcaller; item functions of module operator.
import operator

from hop import hop


class Thing:
    def __init__(self, name):
        self.name = name

    def __getitem__(self, key):
        return hop((self.name, key)) if key != 2 else 2

    @property
    def value(self):
        return hop(Thing("inner")) if self.name == "outer" else 5

    def method(self, *args, **kwargs):
        return hop((args, kwargs))

    def __setitem__(self, key, value):
        hop()
        self.name = value


def work(thing):
    print(operator.itemgetter(1)(thing), operator.itemgetter(2, 3)(thing))
    print(operator.attrgetter("value.value")(thing), operator.methodcaller("method", 1, k=2)(thing))
    operator.setitem(thing, 0, "set")
    return operator.getitem(thing, 4)


print(work(Thing("outer")))
