# axes: process
# hops: 5
# items[i] += 1: a hop while it is read, added to, and stored; the index is evaluated once.
from hop import hop


class Value:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Value(hop(self.value + other))

    def __repr__(self):
        return "Value(%d)" % self.value


class Items(dict):
    def __getitem__(self, key):
        return hop(super().__getitem__(key))

    def __setitem__(self, key, value):
        hop()
        super().__setitem__(key, value)


def index():
    print("index")
    return "k"


items = Items(k=Value(5), n=1)
items[index()] += 1
print(dict(items))


def work(items):
    items["n"] <<= 3
    return sorted(items.values(), key=str)


print(work(items))
