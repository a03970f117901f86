# axes: process
# hops: 4
# __init_subclass__ with keywords, and __set_name__, while a class is made.
from hop import hop


class Base:
    registered = []

    def __init_subclass__(cls, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registered.append((cls.__name__, hop(name)))


class Field:
    def __set_name__(self, owner, name):
        self.where = hop("%s.%s" % (owner.__name__, name))


class One(Base, name="first"):
    x = Field()


class Two(One):
    y, z = Field(), 5

    def method(self):
        return super().registered is self.registered


print(Base.registered, One.x.where, Two.y.where, Two.z, Two().method())
