# axes: process
# What properties know besides their functions: a name or none, and whether the documentation is the getter's.
from hop import hop


def first(self):
    "first"
    return 1


def second(self):
    "second"
    return 2


class Counted(property):
    made = 0

    def __init__(self, *args, **keywords):
        Counted.made += 1
        super().__init__(*args, **keywords)


class Slotted(property):
    __slots__ = ("note",)


def say(function):
    try:
        function()
    except AttributeError as error:
        print(error)


def work():
    class Thing:
        named = property(None)
        counted = Counted(first)
        documented = Counted(first, doc="mine")

    Thing.late = property(None)
    free = property(first)
    given = property(first, doc="given")
    changed = property(first)
    changed.__doc__ = "changed"
    slotted = Slotted(None, None, None)
    slotted.note = "noted"
    hop()
    say(lambda: Thing().named)
    say(lambda: Thing().late)
    print(Counted.made, Thing.counted.__doc__, Thing.documented.__doc__)
    print(free.__doc__, free.getter(second).__doc__, given.__doc__, given.getter(second).__doc__)
    print(Thing.counted.getter(second).__doc__, Thing.documented.getter(second).__doc__, Counted.made)
    print(changed.__doc__, changed.getter(second).__doc__)
    print(slotted.note, slotted.fget)


work()
