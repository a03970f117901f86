# axes: process dump
# hops: 4
# Methods of C bound to a class of the program, which has others of that name itself.
from hop import hop


class Meta(type):
    def __subclasses__(cls):
        return "mine"

    def kept(cls):
        return super().mro, super().__subclasses__


class Made(metaclass=Meta):
    mro = "mine too"


class Base:
    made = []

    def __init_subclass__(cls, name=None, **keywords):
        initialise = super().__init_subclass__
        hop()
        initialise(**keywords)
        cls.made.append((cls.__name__, name))


class Table(dict):
    @classmethod
    def fromkeys(cls, keys, value=None):
        make = super().fromkeys
        hop()
        return make(keys, [value])


class One(Base, name="first"):
    pass


print(Base.made, Table.fromkeys("ab", 1), type(Table.fromkeys("a")))
order, subclasses = Made.kept()
new, fresh = Table.__new__, Table
hop()
print(order(), subclasses(), new(fresh), Table.fromkeys is dict.fromkeys)
