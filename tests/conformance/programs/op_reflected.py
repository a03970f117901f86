# axes: process
# hops: 6
# Reflected methods: after a builtin that can't, after NotImplemented, with a hop in either or both.
from hop import hop


class Left:
    def __add__(self, other):
        print("Left.__add__")
        return hop(NotImplemented)

    def __sub__(self, other):
        print("Left.__sub__")
        return NotImplemented


class Right:
    def __radd__(self, other):
        print("Right.__radd__", type(other).__name__)
        return "radd " + type(other).__name__

    def __rsub__(self, other):
        print("Right.__rsub__", type(other).__name__)
        return hop("rsub " + type(other).__name__)


class Both(Right):
    def __radd__(self, other):
        return hop(super().__radd__(other))


print(5 - Right(), "next")
print("text" + Both(), "next")
print([Left() - Right()], "next")
print([Left() + Right()], "next")
print([Left() + Both()], "next")
