# hops: 5
# Augmented assignments with every kind of target.
from hop import hop


class Box:
    value = 1


def work():
    x, items, box = 1, [1, 2], Box()
    x += hop(2)
    x **= hop(2)
    items[0] |= hop(8)
    items += hop([3])
    box.value -= hop(5)
    return x, items, box.value, Box.value


print(work())
