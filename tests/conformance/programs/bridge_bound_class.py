# refused: 3.8-3.10 2
# hops: 3
# Bound methods of classes and of callables, as some packages make them; warm and cold.
from types import MethodType

from hop import hop


class Part:
    def __init__(self, whole, n):
        self.whole, self.n = whole, hop(n)


class Adding:
    def __call__(self, owner, n):
        return owner.base + hop(n)


class Whole:
    base = 10

    def __init__(self):
        self.part = MethodType(Part, self)
        self.add = MethodType(Adding(), self)


whole = Whole()
made = whole.part(1)
print(type(made).__name__, made.whole is whole, made.n)
print(whole.add(5), MethodType(Part, 3)(n=4).whole)
