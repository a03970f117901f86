# axes: process
# hops: 4
# Deleting items: what __delitem__ returns is dropped, what it raises is not.
from hop import hop


class Items:
    def __init__(self):
        self.log = []

    def __delitem__(self, key):
        self.log.append(hop(key))
        if key == "missing":
            raise KeyError(key)
        return "dropped"


def work(items):
    del items[1], items["b"]
    try:
        del items["missing"]
    except KeyError as error:
        print("raised", error)
    return items.log


items = Items()
print(work(items))
del items[2:3]
print(items.log)
