# axes: process dump
# hops: 1
# A class of defaultdicts with a `__setitem__` of its own, which not every release asks.
import collections

from hop import hop


class Counting(collections.defaultdict):
    def __setitem__(self, key, value):
        super().__setitem__(key, (key, value))


counting = Counting(lambda: hop([]))
print(counting["c"], dict(counting))
