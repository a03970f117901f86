# axes: process
# hops: 2
# Members of enumerations with a type of C as their base, whose text is not their value.
import datetime
import enum

from hop import hop


def work():
    class Name(str, enum.Enum):
        FIRST = "first name"

    class Day(datetime.date, enum.Enum):
        NEW_YEAR = 2026, 1, 1

    class Moment(datetime.datetime, enum.Enum):
        NOON = 2026, 1, 1, 12

    class Ratio(float, enum.Enum):
        HALF = 0.5

        def __float__(self):
            return 7.0

    class Pair(tuple, enum.Enum):
        ONE = (1, 2)

    class Raw(bytes, enum.Enum):
        ZERO = b"\0"

    class Level(enum.IntEnum):
        LOW = 1

        def __int__(self):
            return 5

    kept = [Name.FIRST, Day.NEW_YEAR, Moment.NOON, Ratio.HALF, Pair.ONE, Raw.ZERO, Level.LOW]
    hop()
    print(Name.FIRST == "first name", Day.NEW_YEAR == datetime.date(2026, 1, 1), Moment.NOON.hour)
    print(Ratio.HALF == 0.5, Pair.ONE == (1, 2), Raw.ZERO == b"\0", Level.LOW + 1)
    print([one is type(one)(one.value) for one in kept[:1] + kept[3:]], [one.name for one in kept])


class Shown:
    @property
    def __name__(self):
        return "shown"


class Local:
    pass


def classes():
    class Hidden:
        __name__ = property(lambda self: "of instance")
        __mro__ = ("mine",)

    kept = Hidden()
    hop()
    print(kept.__name__, Hidden.__name__, kept.__mro__, Hidden.__mro__[1] is object, Shown().__name__)


work()
classes()
