# axes: process
# hops: 4
# Properties read, set and deleted.
from hop import hop


class Thing:
    def __init__(self):
        self._value = 1

    @property
    def value(self):
        return hop(self._value)

    @value.setter
    def value(self, new):
        self._value = hop(new)

    @value.deleter
    def value(self):
        del self._value
        hop()


def work(thing):
    print([0, thing.value, 2])
    thing.value = same = ["new"]
    print(thing._value is same)
    del thing.value
    try:
        return thing.value
    except AttributeError as error:
        return str(error)


class Base:
    @property
    def value(self):
        return hop("of the base")


class Derived(Base):
    pass


print(work(Thing()))
print(Derived().value.upper())
