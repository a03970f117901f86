# refused: 3
# axes: process
# hops: 3
# __eq__ that hops, during a lookup in a dict, a store into one, and adding to a set.
from hop import hop


class Key:
    wanted = False

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if Key.wanted:
            Key.wanted = False
            hop()
        return self.name == other.name


made = {Key("a"): 1, Key("b"): 2}
Key.wanted = True
print(made[Key("b")])
Key.wanted = True
made[Key("a")] = 3
print(sorted(made.values()))
members = {Key("x"), Key("y")}
Key.wanted = True
members.add(Key("x"))
print(len(members))
