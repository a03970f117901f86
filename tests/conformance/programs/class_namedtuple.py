# axes: process
# hops: 4
# Named tuples with __new__ of their own, and typing.NamedTuple with methods.
import collections
import typing

from hop import hop


class Pair(collections.namedtuple("Pair", "left right")):
    __slots__ = ()

    def __new__(cls, left, right=None):
        return super().__new__(cls, hop(left), right)

    def __add__(self, other):
        return self._replace(right=hop(other))


class Typed(typing.NamedTuple):
    x: int
    y: int = 5

    @property
    def total(self):
        return hop(self.x + self.y)


print(Pair(2, right=3) + 4)
print(Typed(2).total, Typed(2)._replace(y=0))
pair = Pair("l", "r")
print(pair.left, pair)
