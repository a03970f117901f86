# hops: 8
# The factory of a defaultdict, for an item read and for one augmented; a class, a method, a partial and a class of defaultdicts.
import collections
import functools

from hop import hop


def make():
    return hop([])


made = collections.defaultdict(make)
made["a"].append(1)
made["b"] += [2]
print(dict(made), made["a"] is made["a"])


class Node:
    def __init__(self, name="node"):
        self.name = hop(name)


class Own:
    def __init__(self):
        self.made = 0

    def make(self):
        self.made += 1
        return hop(self.made)


nodes = collections.defaultdict(Node)
nodes[1].name += "!"
own = Own()
numbers = collections.defaultdict(own.make)
named = collections.defaultdict(functools.partial(Node, "named"))
print(nodes[1].name, list(nodes), numbers["x"] + numbers["x"], own.made)


def fails():
    hop()
    raise LookupError("no value")


failing = collections.defaultdict(fails)
try:
    failing["key"]
except LookupError as error:
    print(repr(error), dict(failing), error.__context__)
tree = lambda: hop(collections.defaultdict(tree))  # noqa: E731
root = tree()
root["left"]["right"] = 7
print(root["left"]["right"], list(root), named["one"].name, named["one"] is named["one"])
