# axes: process
# hops: 5
# Comparisons, repr and hash that dataclasses and named tuples generate, over fields that hop.
import dataclasses

from hop import hop


class Field:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return hop(self.n == other.n)

    def __repr__(self):
        return hop("<%d>" % self.n)


@dataclasses.dataclass
class Pair:
    a: Field
    b: int = 2


class Lazy:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return hop(7) if instance is None else instance.__dict__["_x"]

    def __set__(self, instance, value):
        instance.__dict__["_x"] = hop(value)


@dataclasses.dataclass
class WithDescriptor:
    x: int = Lazy()


pair = Pair(Field(1))
print(f"{pair}", hop("between"))
print(WithDescriptor().x)
