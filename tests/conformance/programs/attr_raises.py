# hops: 3
# axes: process dump
# The traceback of attributes that raise after the hop.
import traceback

from hop import hop


class Thing:
    @property
    def value(self):
        hop()
        return self.inner()

    def inner(self):
        raise ValueError("inner")

    def __setattr__(self, name, value):
        hop()
        raise TypeError(name)

    def __getattr__(self, name):
        hop()
        raise AttributeError(name)


def show(function):
    try:
        function(Thing())
    except Exception:
        print(traceback.format_exc())


def store(thing):
    thing.x = 1


show(lambda thing: thing.value)
show(store)
show(
    lambda thing: (
        thing.missing
    )
)
