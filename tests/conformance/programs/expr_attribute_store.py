# hops: 3
# Assignments whose target and value are both half done.
from hop import hop


class Thing:
    count = 0


def the(thing):
    hop()
    return thing


thing = Thing()
thing.count = hop(3)
the(thing).count += hop(4)
a = b = thing.count
print(thing.count, a, b)
