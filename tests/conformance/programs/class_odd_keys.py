# hops: 3
# A class whose namespace has keys that are no names; a class whose `__reduce__` needs what `__init__` has not set yet.
from hop import hop


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return (other.name if isinstance(other, Key) else other) == self.name


class Slow:
    __slots__ = ("_name", "_kind")

    def __init__(self, name):
        self._name = name
        hop()
        self._kind = "kind"

    def __reduce__(self):
        return Slow._make, (self._name, self._kind)

    @classmethod
    def _make(cls, name, kind):
        return cls(name)


class Made:
    __slots__ = ("_value", "_count")

    def __new__(cls, value):
        made = super().__new__(cls)
        made._value = value
        hop()
        made._count = 1
        return made

    def __reduce__(self):
        return Made, (self._value,), self._count


Odd = type("Odd", (), {Key("key"): 5, 7: "seven", "plain": 1})
odd = Odd()
hop()
print(odd.key, odd.plain, Odd.__dict__[7], [key for key in Odd.__dict__ if type(key) is Key][0].name)
slow = Slow("slow")
print(slow._name, slow._kind, type(slow) is Slow)
del slow  # what its `__reduce__` says would hop again
made = Made("value")
print(made._value, made._count)
