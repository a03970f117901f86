# axes: process
# hops: 4
# Methods of a dict's and a list's subclass which call the builtin's own.
from hop import hop


class Counted(dict):
    reads = 0

    def __getitem__(self, key):
        Counted.reads += 1
        return hop(super().__getitem__(key))

    def __contains__(self, key):
        return super().__contains__(hop(key))


class Listed(list):
    def __getitem__(self, key):
        got = super().__getitem__(key)
        hop()
        return got if isinstance(got, int) else Listed(got)


counted, listed = Counted(a=1), Listed([1, 2, 3])
print("a" in counted and counted["a"], counted.reads)
print(listed[0], type(listed[1:]).__name__)
