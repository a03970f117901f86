# axes: process
# hops: 4
# The reflected method of a subclass comes first; when it gives NotImplemented, the base's method follows.
from hop import hop


class Base:
    def __add__(self, other):
        print("Base.__add__")
        return hop("base")

    def __radd__(self, other):
        return "not reached"

    def __mul__(self, other):
        return "not reached"


class Eager(Base):
    def __radd__(self, other):
        print("Eager.__radd__", type(other).__name__)
        return hop("eager")

    def __rmul__(self, other):
        return hop("eager mul")


class Shy(Base):
    def __radd__(self, other):
        print("Shy.__radd__")
        return NotImplemented


print(1, Base() + Eager())
print(2, Base() * Eager())
print(3, Base() + Shy())
print(4, Eager() + Shy())
