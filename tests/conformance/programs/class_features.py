# Properties, slots, dataclasses, enums, named tuples and abstract classes made in the main program.
import abc
import collections
import dataclasses
import enum
import typing

from hop import hop


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: int = 0
    tags: typing.List[str] = dataclasses.field(default_factory=list)


class Slotted:
    __slots__ = ("a", "b")

    @property
    def twice(self):
        return self.a * 2


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        """The area."""


class Unit(Shape):
    def area(self):
        return 1


Pair = collections.namedtuple("Pair", "left right")
colour, point, pair, slotted, unit = Colour.RED, Point(1, 2, ["t"]), Pair(3, 4), Slotted(), Unit()
slotted.a = 5
hop()
print(colour is Colour.RED, Colour(2).name, point, point < Point(2), pair, pair.left)
print(slotted.twice, hasattr(slotted, "b"), unit.area(), isinstance(unit, Shape))
try:
    Shape()
except TypeError as error:
    print("abstract", "area" in str(error))
