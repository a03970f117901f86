# axes: process
# What `classmethod` and `staticmethod` have taken over from their function stays the function's own object.
from hop import hop


class Static(staticmethod):
    made = 0

    def __init__(self, function):
        super().__init__(function)
        Static.made += 1


def plain(one: int = 1):
    "documented"
    return one


def bare():
    return 2


def work():
    class Thing:
        first = classmethod(plain)
        second = staticmethod(bare)
        third = Static(plain)

    kept = [vars(Thing)[name] for name in ("first", "second", "third")]
    before = [notes(one) for one in kept]
    hop()
    print(before == [notes(one) for one in kept], [type(one).__name__ for one in kept], Static.made)
    print(Thing.second(), Thing.third(5), kept[0].__func__ is plain)


def notes(wrapped):
    own = getattr(wrapped, "__dict__", {})
    function = wrapped.__func__
    return sorted(own), own.get("__annotations__") is function.__annotations__, own.get("__wrapped__") is function


work()
