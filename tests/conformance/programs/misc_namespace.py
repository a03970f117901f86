# refused: 2
# axes: process
# hops: 6
# A class body whose namespace is a mapping of the program's own.
from hop import hop


class Names(dict):
    def __setitem__(self, name, value):
        if name in ("stored", "Inner"):
            hop()
        super().__setitem__(name, value)

    def __getitem__(self, name):
        if name == "wanted":
            return hop("made")
        return super().__getitem__(name)

    def __missing__(self, name):
        if name.startswith("fill"):
            return hop(name + "ed")
        raise KeyError(name)

    def __delitem__(self, name):
        hop()
        super().__delitem__(name)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Names()

    def __new__(mcs, name, bases, namespace):
        return super().__new__(mcs, name, bases, dict(namespace))


class Made(metaclass=Meta):
    first = wanted  # noqa: F821
    stored = fill + len(first) * "!"  # noqa: F821
    extra = stored
    del extra

    class Inner:
        value = 5

    def method(self):
        return __class__.stored, self.first, super().__hash__() is not None


print(Made().method(), Made.Inner.value, hasattr(Made, "extra"), hop("end"))
