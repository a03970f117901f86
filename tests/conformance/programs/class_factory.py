# axes: process
# hops: 4
# Instances that make instances: classmethods, factories, in arguments, in default values and displays.
from hop import hop


class Node:
    def __init__(self, value, *children):
        self.value, self.children = hop(value), children

    @classmethod
    def leaf(cls, value):
        return cls(value)

    def total(self):
        return self.value + sum(child.total() for child in self.children)


def work():
    tree = Node(1, Node.leaf(2), Node(3))
    return tree.total(), {"made": [Node(4)]}["made"][0].value


print(work())
