# refused: 3.14-3.15 1
# axes: process
# hops: 6
# Attributes through super(): properties, descriptors, methods, and with two arguments.
from hop import hop


class Base:
    @property
    def value(self):
        return hop("base value of " + self.name)

    def method(self):
        return hop("base method")

    @classmethod
    def made(cls):
        return hop(cls.__name__)


class Derived(Base):
    name = "derived"

    @property
    def value(self):
        return "[%s]" % super().value

    def method(self):
        return super().method() + "!"

    @classmethod
    def made(cls):
        return super().made() + "?"


class Third(Derived):
    name = "third"

    @property
    def value(self):
        return super(Derived, self).value, super().value


d = Derived()
print(d.value, d.method(), d.made())
print(Third().value, Third.made())
