# axes: process
# hops: 6
# refused: 1
# The variables of a class, in their order, before and after a hop; a hop that is refused writes nothing into a class.
import abc
import enum

from hop import hop


class Plain(list):
    def __getstate__(self):
        return {"said": "by itself"}

    def __setstate__(self, state):
        pass


class Slotted:
    first = 1
    __slots__ = ("b", "a")

    def method(self):
        return __class__

    last: int = 2


class Abstract(abc.ABC):
    @abc.abstractmethod
    def must(self):
        pass

    can = 3


class Colour(enum.Enum):
    RED = 1
    BLUE = 2

    def shout(self):
        return self.name


class Meta(type):
    def __init__(cls, name, bases, namespace):
        cls.later = 1
        super().__init__(name, bases, namespace)


class Made(metaclass=Meta):
    """Says something."""

    __hash__ = None

    def __eq__(self, other):
        return True


Odd = type("Odd", (), {"plain": 1})
KINDS = [Odd, Plain, Slotted, Abstract, Colour, Meta, Made]


def seen():
    return [list(vars(kind)) for kind in KINDS]


odd, plain, slotted = Odd(), Plain(), Slotted()
before = seen()
sorted([1, 2], key=lambda number: hop(number) if number == 2 else number)
print(seen() == before)
hop()
print(seen() == before, odd.plain, type(plain).__name__, Slotted().method() is Slotted)
for kind in KINDS:
    print(kind.__name__, [*vars(kind)])

names = []
for name in vars(Slotted):
    if name == "method":
        hop()
    names.append(name)
for name, value in Made.__dict__.items():
    if name == "later":
        hop()
    names.append((name, value is getattr(Made, name)))
keys, values = Colour.__dict__.keys(), iter(Abstract.__dict__.values())
next(values)
hop()
Colour.extra = 1
print(names)
print("extra" in keys, len(keys) == len(vars(Colour)), [value for value in values if value == 3])
going = iter(vars(Odd))
next(going)
Odd.more = 1
hop()
try:
    next(going)
except RuntimeError as error:
    print(error)
for name in vars(int):
    if name == "__add__":
        print(name)
