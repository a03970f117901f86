# axes: process
# hops: 6
# Attributes of classes: properties and __getattr__ of the metaclass, set and deleted there.
from hop import hop


class Meta(type):
    @property
    def size(cls):
        return hop(len(cls.__name__))

    def __getattr__(cls, name):
        return hop("%s.%s" % (cls.__name__, name))

    def __setattr__(cls, name, value):
        super().__setattr__(name, hop(value))

    def __delattr__(cls, name):
        hop()
        super().__delattr__(name)


class Made(metaclass=Meta):
    own = 1


def work():
    print(Made.own, Made.size, Made.other)
    Made.own = Made
    print(Made.own.own is Made)
    del Made.own
    return Made.own


print(work())
print([Made.size])
