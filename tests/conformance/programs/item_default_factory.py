# refused: 2
# axes: process
# hops: 2
# The factory of a defaultdict, for an item read and for one augmented.
import collections

from hop import hop


def make():
    return hop([])


made = collections.defaultdict(make)
made["a"].append(1)
made["b"] += [2]
print(dict(made), made["a"] is made["a"])
