# refused: 3.8 1
# axes: process
# hops: 4
# type() with three arguments, and types.new_class, whose pieces hop.
import types

from hop import hop


class Field:
    def __set_name__(self, owner, name):
        self.name = hop(name)


class Base:
    def __init_subclass__(cls):
        cls.by = hop("init_subclass")


Made = type("Made", (Base,), {"x": Field(), "y": 5})
print(Made.__name__, Made.x.name, Made.by, Made().y)


def fill(namespace):
    namespace["z"] = hop("filled")


New = types.new_class("New", (Base,), exec_body=fill)
print(New.z, New.by, New.__mro__[1] is Base)
