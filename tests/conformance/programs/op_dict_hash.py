# refused: 3
# axes: process
# hops: 4
# __hash__ that hops, in a dict display, a lookup, a set, and hash() itself.
from hop import hop


class Key:
    def __init__(self, name):
        self.name = name
        self.wanted = False

    def __hash__(self):
        if self.wanted:
            self.wanted = False
            hop()
        return 7

    def __eq__(self, other):
        return self.name == other.name


a, b = Key("a"), Key("b")
a.wanted = True
made = {b: 0, a: 1}
a.wanted = True
print(made[a], len(made))
b.wanted = True
members = {b}
print(len(members), b in members)
a.wanted = True
print(hash(a))
