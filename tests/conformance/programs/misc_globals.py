# axes: process
# hops: 4
# Global names stored, augmented and deleted around instructions that hop.
from hop import hop


class Thing:
    def __add__(self, other):
        return hop(other)

    def __radd__(self, other):
        return hop([other])

    @property
    def value(self):
        return hop("value")


def work():
    global name, made
    name = Thing()
    name += 5
    made = 1 + Thing()
    del name
    return "name" in globals(), made


shared = Thing()
print(work())
result = shared.value
shared += 7
print(result, shared)
