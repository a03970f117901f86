# axes: process dump
# hops: 2
# An exception that nobody catches, through methods that the interpreter called by itself.
from hop import hop


class Thing:
    def __add__(self, other):
        hop()
        return self.value + other

    @property
    def value(self):
        hop()
        raise LookupError("nobody catches this")


def work(thing):
    return (thing
            + 1)


print("before")
work(Thing())
