# axes: process dump
# hops: 2
# A program that holds something nested deeply has kept identities, and the dict of an instance is on the stack.
from functools import cached_property

from hop import hop


class Node:
    def __init__(self, value):
        self.value, self.next = value, None


class Lazy:
    @cached_property
    def slow(self):
        return hop(["slow"])


chain = None
for number in range(20000):
    node = Node(number)
    node.next, chain = chain, node

lazy, listed, known = Lazy(), [1], {}
known[id(listed)], known[id(chain)] = "listed", "chain"
numbers = id(listed), id(chain), id(lazy)
print(lazy.slow, vars(lazy), lazy.slow is vars(lazy)["slow"])
print(known[id(listed)], known[id(chain)], numbers == (id(listed), id(chain), id(lazy)))
length = 0
while chain is not None:
    length, chain = length + 1, chain.next
print(hop(length))
