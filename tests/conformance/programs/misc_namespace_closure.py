# refused: 2
# axes: process
# hops: 3
# A class body in a function, with a mapping as its namespace: free names are asked for there first.
from hop import hop


class Names(dict):
    def __missing__(self, name):
        if name == "fills":
            return hop("filled")
        if name == "free":
            hop()
        raise KeyError(name)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Names()

    def __new__(mcs, name, bases, namespace):
        return super().__new__(mcs, name, bases, dict(namespace))


def make(free, fills):
    class Made(metaclass=Meta):
        first = free
        second = fills
        third = hop("third")

        def method(self):
            return free, fills, __class__

    return Made


Made = make("outside", "not this")
print(Made.first, Made.second, Made.third, Made().method()[:2], Made().method()[2] is Made)
