# axes: process
# hops: 6
# A class body that runs: names before and after, nested classes, comprehensions, decorators, annotations.
from hop import hop


def decorate(function):
    function.decorated = True
    return function


def work(outside):
    class Outer:
        first = outside
        hop()
        second = first + 1

        @decorate
        def before(self):
            return self.second, outside

        class Inner:
            third = hop("third")

            def method(self):
                return self.third, outside

        listed = [hop(x) if x == 1 else x for x in range(3)]
        for each in listed:
            if each == 2:
                hop()
        fourth: int = hop(4)

        def after(self):
            return __class__, self.fourth

        del each

    return Outer


Outer = work(10)
o = Outer()
print(o.before(), Outer.Inner().method(), o.listed, o.after()[0] is Outer, Outer.before.decorated)
print(Outer.__qualname__, Outer.Inner.__qualname__, Outer.__annotations__, Outer.__module__)
print(sorted(name for name in vars(Outer) if not name.startswith("__")))


class Top:
    """The doc."""

    value = hop("top level")
    __slots__ = ("slot",)


print(Top.value, Top.__doc__, Top.__slots__, hasattr(Top(), "__dict__"))
