# refused: 1
# axes: process
# until: 3.13
# hops: 2
# Annotations in a class body whose namespace is a mapping.
from hop import hop


class Names(dict):
    def __getitem__(self, name):
        if name == "__annotations__":
            hop()
        return super().__getitem__(name)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Names()

    def __new__(mcs, name, bases, namespace):
        return super().__new__(mcs, name, bases, dict(namespace))


class Made(metaclass=Meta):
    x: "int" = 5


print(Made.__annotations__, Made.x)
