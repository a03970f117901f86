# refused: 2
# axes: process
# hops: 6
# Methods of the builtin types called by name: object.__getattribute__, property.__get__, type.__call__ and others.
from hop import hop


class Thing:
    def __init__(self, x=0):
        self.x = hop(x)

    @property
    def value(self):
        return hop("value")

    def __missing__(self, key):
        return "not a dict"


class Fills(dict):
    def __missing__(self, key):
        return hop(key)


def work(thing):
    get = object.__getattribute__
    print(get(thing, "value"), thing.__getattribute__("value"))
    print(Thing.value.__get__(thing, Thing), dict.__getitem__(Fills(), "key"))
    return type.__call__(Thing, 5).x


print(work(Thing(3)))
