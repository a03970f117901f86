# axes: process
# hops: 4
# Methods with super() and __class__, made in a class body before and after it hops.
from hop import hop


class Base:
    def method(self):
        return "base"

    @classmethod
    def made(cls):
        return cls.__name__


def work():
    free = ["free"]

    class Derived(Base):
        def method(self):
            return "before " + super().method(), free

        hop()

        @classmethod
        def made(cls):
            return "after " + super().made()

        @property
        def itself(self):
            return __class__

        held = lambda self: __class__.__name__  # noqa: E731
        free.append(hop("in the body"))

    return Derived


Derived = work()
d = Derived()
print(d.method(), Derived.made(), d.itself is Derived, d.held())


class Second(Derived):
    hop()

    def method(self):
        return super().method(), hop("called")


print(Second().method(), Second.made())
