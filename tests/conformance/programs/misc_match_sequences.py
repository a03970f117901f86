# refused: 3.10 3, 3.11-3.15 2
# axes: process
# requires: 3.10
# hops: 5
# Patterns over sequences and mappings of the program's own, and values that are compared.
import collections.abc

from hop import hop


class Sequence(collections.abc.Sequence):
    def __len__(self):
        return hop(3)

    def __getitem__(self, index):
        if index == 1 or isinstance(index, slice):
            hop()
        return "abc"[index]


class Mapping(collections.abc.Mapping):
    def __getitem__(self, key):
        return {"k": 1, "z": 2}[key]

    def get(self, key, default=None):
        return hop(self[key]) if key == "k" else default

    def __iter__(self):
        return iter("kz")

    def __len__(self):
        return 2

    def keys(self):
        return hop(["k", "z"])


class Constant:
    value = 5


def describe(thing):
    match thing:
        case [first, "b", last]:
            return first, last
        case {"k": value, **rest}:
            return value, rest
        case Constant.value:
            return "constant"
        case _:
            return "else"


class Equal:
    def __eq__(self, other):
        return hop(other == 5)


print(describe(Sequence()))
print(describe(Mapping()))
print(describe(Equal()), describe(6))
