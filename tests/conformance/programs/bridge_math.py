# refused: 5
# axes: process
# hops: 6
# Functions of modules that call a method: math.floor, ceil and trunc, os.fspath, sys.getsizeof, copy.
import copy
import math
import os
import sys

from hop import hop


class Thing:
    def __floor__(self):
        return hop("floor")

    def __ceil__(self):
        return hop("ceil")

    def __trunc__(self):
        return hop("trunc")

    def __fspath__(self):
        return hop("/dev/null")

    def __sizeof__(self):
        return hop(1000)

    def __deepcopy__(self, memo):
        return hop([len(memo)])


def work(thing):
    print(math.floor(thing), math.ceil(thing), math.trunc(thing), os.fspath(thing))
    return sys.getsizeof(thing) >= 1000, copy.deepcopy([thing])


print(work(Thing()))
