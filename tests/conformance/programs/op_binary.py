# axes: process
# hops: 6
# A hop inside the method of each arithmetic operator, with more on the stack below.
from hop import hop


class N:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        return hop("(%s + %s)" % (self.name, other.name))

    def __sub__(self, other):
        return hop("(%s - %s)" % (self.name, other.name))

    def __mul__(self, other):
        return hop("(%s * %s)" % (self.name, other.name))

    def __truediv__(self, other):
        return hop("(%s / %s)" % (self.name, other.name))

    def __floordiv__(self, other):
        return hop("(%s // %s)" % (self.name, other.name))

    def __mod__(self, other):
        return hop("(%s %% %s)" % (self.name, other.name))


def work(a, b):
    print("add", [1, a + b, 2], "sub", (a - b) + "!")
    print({"mul": a * b, "div": a / b})
    floor = a // b
    print(floor, a % b, a.name, b.name)


work(N("a"), N("b"))
