# refused: 1
# axes: process
# requires: 3.12
# hops: 2
# A type alias in a class body whose namespace is a mapping: its value is asked for there.
from hop import hop


class Names(dict):
    def __missing__(self, name):
        if name == "wanted":
            return hop("made")
        raise KeyError(name)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Names()


class Made(metaclass=Meta):
    type Alias = (wanted, hop)  # noqa: F821
    shown = Alias.__value__[0]

    def method(self):
        return hop(self)


print(Made.shown, type(Made().method()).__name__)
