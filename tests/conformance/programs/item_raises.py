# hops: 4
# axes: process dump
# Subscripts that raise after the hop, where it is caught, and the traceback.
import traceback

from hop import hop


class Items:
    def __getitem__(self, key):
        hop()
        raise KeyError(key)

    def __setitem__(self, key, value):
        hop()
        raise TypeError("%s is constant" % key)


def get(items, key, default):
    try:
        return items[key]
    except LookupError as error:
        return default, error.args


def add(items):
    try:
        items["a"] = 1
    except TypeError as error:
        return str(error)


items = Items()
print(get(items, "a", 5), add(items))
try:
    print(items["b"])
except KeyError:
    print(traceback.format_exc())
for item in [1]:
    try:
        del items["x"]
    except AttributeError:
        print("no __delitem__")
    except TypeError as error:
        print(error)
print([get(items, 2, item) for item in [8]])
