# axes: process
# hops: 6
# Slices that are read, stored and deleted.
from hop import hop


class Items:
    def __init__(self):
        self.values = list(range(10))

    def __getitem__(self, key):
        hop()
        return self.values[key]

    def __setitem__(self, key, value):
        self.values[key] = hop(value)

    def __delitem__(self, key):
        hop()
        del self.values[key]


def work(items):
    print(items[2:4], items[::5])
    items[1:3] = "ab"
    items[4::3] = "xy"
    del items[0:2]
    return items.values, items[-1]


print(work(Items()))
