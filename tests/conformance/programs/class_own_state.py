# Classes that say what their state is, and have a `__new__` of their own: that ran when the instances were first made.
# hops: 2
from hop import hop

MADE = []


class Tracked:
    def __new__(cls, *arguments):
        MADE.append(cls.__name__)
        return super().__new__(cls)

    def __init__(self, x=1):
        self.x = x
        self.cache = object()

    def __getstate__(self):
        return {"x": self.x}


class Slotted:
    __slots__ = ("a", "b", "__dict__")

    def __new__(cls, *arguments):
        MADE.append(cls.__name__)
        return object.__new__(cls)

    def __getstate__(self):
        return (self.a, self.b)

    def __setstate__(self, state):
        self.a, self.b = state
        self.told = True


class Number(int):
    def __new__(cls, value, unit):
        MADE.append(unit)
        made = int.__new__(cls, value)
        made.unit = unit
        return made

    def __getstate__(self):
        return {"unit": self.unit}


class Table(dict):
    def __new__(cls, *arguments, **keywords):
        MADE.append("table")
        return super().__new__(cls, *arguments, **keywords)

    def __setstate__(self, state):
        self.__dict__.update(state)


class Given:
    def __new__(cls, x):
        made = super().__new__(cls)
        made.x = x
        return made

    def __getnewargs__(self):
        return (self.x,)


class Waiting(Tracked):
    def __init__(self, x):
        hop()
        self.x = x


tracked, slotted, number, table, given = Tracked(3), Slotted(), Number(5, "m"), Table(a=1), Given([1])
slotted.a, slotted.b = 1, tracked
table.name = "named"
both = [tracked, {"again": tracked}]
hop()
print(MADE)
print(tracked.x, slotted.a, slotted.b is tracked is both[1]["again"], number + 1, number.unit, type(number).__name__)
print(table, table.name, type(table).__name__, given.x)
print(Waiting(4).x, MADE)
