# axes: process
# hops: 6
# f-strings: __format__, with a specification, and the conversions.
from hop import hop


class Shown:
    def __init__(self, name):
        self.name = name

    def __format__(self, spec):
        return hop("<%s|%s>" % (self.name, spec))

    def __repr__(self):
        return hop("repr é %s" % self.name)

    def __str__(self):
        return hop("str %s" % self.name)


def work(a, b):
    return f"one {a} two {b:>5} three", f"{a!r}+{a!s}+{a!a:>20}"


print(work(Shown("a"), Shown("b")))
x = Shown("x")
print(f"{x}")
