# axes: process
# hops: 3
# Abstract classes: instantiated with a hop in __init__, and registered with one in the hook.
import abc

from hop import hop


class Shape(abc.ABC):
    def __init__(self, name):
        self.name = hop(name)

    @property
    @abc.abstractmethod
    def area(self):
        """The area."""


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = hop(side)

    @property
    def area(self):
        return hop(self.side ** 2)


square = Square(3)
print(square.name, square.area, isinstance(square, Shape))
try:
    Shape("x")
except TypeError as error:
    print("abstract", "area" in str(error))
