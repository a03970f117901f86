# axes: process
# hops: 5
# One del statement over attributes, items, slices and names.
from hop import hop


class Thing:
    def __init__(self):
        self.log = []

    def __delattr__(self, name):
        self.log.append(hop(name))

    def __delitem__(self, key):
        self.log.append(hop(key))


def work(thing, listed):
    local = other = 5
    del thing.a, local, thing[1], listed[0], thing[2:3], (thing.b, [thing["last"]])
    try:
        return local
    except UnboundLocalError:
        return other, listed


thing = Thing()
print(work(thing, [1, 2]), thing.log)
