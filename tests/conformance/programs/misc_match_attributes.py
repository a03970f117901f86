# refused: 6
# axes: process
# requires: 3.10
# hops: 6
# Patterns that read properties, by keyword and through __match_args__, and __getattr__.
from hop import hop


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self._x, self._y = x, y

    @property
    def x(self):
        return hop(self._x)

    @property
    def y(self):
        return self._y


class Meta(type):
    @property
    def __match_args__(cls):
        return hop(("first",))


class Lazy(metaclass=Meta):
    def __getattr__(self, name):
        return hop("made " + name)


def describe(thing):
    match thing:
        case Point(x=0):
            return "origin"
        case Point(x, 5):
            return "five", x
        case Lazy(first):
            return "lazy", first
        case _:
            return "else"


print(describe(Point(0, 1)), describe(Point(3, 5)))
print(describe(Lazy()))
match Lazy():
    case Lazy(second="made second"):
        print("matched")
