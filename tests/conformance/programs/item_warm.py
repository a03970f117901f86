# axes: process
# hops: 3
# Items read, stored and deleted in loops that are specialised before the hop.
from hop import hop


class Items:
    def __init__(self):
        self.total = 0

    def __getitem__(self, key):
        if key == 199:
            hop()
        return key

    def __setitem__(self, key, value):
        if key == 199:
            hop()
        self.total += value

    def __delitem__(self, key):
        if key == 199:
            hop()
        self.total -= 1


def work(items):
    read = 0
    for i in range(200):
        read += items[i]
        items[i] = i
        del items[i]
    return read, items.total


print(work(Items()))
