# axes: process
# hops: 3
# Slots, class attributes and __dict__ asked for by a descriptor that hops.
from hop import hop


class Slotted:
    __slots__ = ("a", "__weakref__")

    @property
    def b(self):
        self.a = hop([self.a])
        return self.a


class WithDict:
    def __getattribute__(self, name):
        if name == "__dict__":
            return hop({"shown": 1})
        return super().__getattribute__(name)

    @property
    def __class__(self):
        return hop(int)


slotted = Slotted()
slotted.a = 1
print(slotted.b, slotted.a)
print(WithDict().__dict__)
print(WithDict().__class__.__name__)
