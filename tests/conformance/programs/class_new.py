# axes: process
# hops: 6
# __new__ that hops, followed by __init__ or not, and giving another type.
from hop import hop


class Plain:
    def __new__(cls, value):
        self = super().__new__(cls)
        self.made = hop(value)
        return self

    def __init__(self, value):
        self.value = hop(value * 2)


class Other:
    def __new__(cls, value):
        return hop([value])

    def __init__(self, value):
        print("not reached")


class Once:
    one = None

    def __new__(cls):
        if cls.one is None:
            cls.one = hop(super().__new__(cls))
        return cls.one

    def __init__(self):
        self.times = getattr(self, "times", 0) + 1


class Number(int):
    def __new__(cls, text, base=10):
        return super().__new__(cls, hop(text), base)


def work():
    plain = Plain(3)
    print(plain.made, plain.value, Other(4))
    return Once() is Once(), Once().times, Number("ff", base=16) + 1


print(work())


class Sub(Plain):
    def __new__(cls, value):
        return Plain.__new__(Plain, value) if value else super().__new__(cls, hop(5))

    def __init__(self, value):
        print("not reached")


sub = Sub(7)
print(type(sub).__name__, sub.made, hasattr(sub, "value"))
