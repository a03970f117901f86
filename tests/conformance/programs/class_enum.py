# refused: 2
# axes: process
# hops: 5
# Enumerations whose body, __new__ or __init__ hops while the class is made.
import enum

from hop import hop


class Colour(enum.Enum):
    RED = hop(1)
    BLUE = 2

    def describe(self):
        return self.name.lower(), hop(self.value)


class Planet(enum.Enum):
    EARTH = 3, "blue"

    def __init__(self, number, colour):
        self.number = hop(number)
        self.colour = colour


class Level(int, enum.Enum):
    LOW = "low"

    def __new__(cls, text):
        member = int.__new__(cls, len(text))
        member._value_ = hop(text)
        return member


print(list(Colour), Colour.BLUE.describe(), Colour(1) is Colour.RED)
print(Planet.EARTH.colour, Planet.EARTH.number, Level.LOW + 1, Level("low").name)


class Auto(enum.Enum):
    def _generate_next_value_(name, start, count, last):
        return hop(name.title())

    ONE = enum.auto()


print(Auto.ONE.value)
