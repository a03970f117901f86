# axes: process
# hops: 3
# A property that raises: an AttributeError without and with __getattr__ behind it, and another exception.
from hop import hop


class Plain:
    @property
    def broken(self):
        hop()
        raise AttributeError("broken inside")


class Catches(Plain):
    def __getattr__(self, name):
        return hop("instead of %s" % name)


def read(thing):
    try:
        return thing.broken
    except AttributeError as error:
        return "error: %s" % error


print(read(Plain()), "|", read(Catches()))
