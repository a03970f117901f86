# axes: process
# hops: 5
# Stores into items, one of a chain of targets, targets of for, with and unpacking.
import contextlib

from hop import hop


class Items:
    def __init__(self):
        self.log = []

    def __setitem__(self, key, value):
        self.log.append((key, value))
        hop()


def work(items):
    items[0] = "a"
    x = items["chain"] = y = [1]
    print(x is y, items.log)
    items[1], other = 5, 6
    for items["for"] in "z":
        print("body", other)
    with contextlib.nullcontext("entered") as items["with"]:
        print("in with")
    return items.log


print(work(Items()))
