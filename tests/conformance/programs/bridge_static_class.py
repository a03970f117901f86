# axes: process
# hops: 6
# Static methods and class methods, by instance, class, super and their own __get__ and __func__.
from hop import hop


class Base:
    @staticmethod
    def static(*args):
        return hop(args)

    @classmethod
    def of_class(cls, *args):
        return hop((cls.__name__, args))


class Derived(Base):
    @classmethod
    def of_class(cls, x):
        return super().of_class(x, "super")


def work():
    bound = Derived.of_class
    return Base.static(1), Derived().static(*[2]), bound(3), Base().of_class()


print(work())
print(Base.__dict__["static"].__get__(None, Base)(4), Base.__dict__["of_class"].__func__(Base, 5))
