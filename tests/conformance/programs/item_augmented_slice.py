# axes: process
# hops: 4
# Augmented slices, and nested containers.
from hop import hop


class Items:
    def __init__(self, *values):
        self.values = list(values)

    def __getitem__(self, key):
        return hop(self.values[key])

    def __setitem__(self, key, value):
        hop()
        self.values[key] = value


def work(items):
    items[0:2] += ["new"]
    print(items.values)
    items[-1][0] += 7
    return items.values


print(work(Items(1, 2, [3])))
print(Items([4])[0][0])
