# hops: 3
# Loops over the variables of the module, over `sys.modules`, and over a dict that holds its own iterator.
import sys

from hop import hop

first, second, third = 1, 2, 3


def names():
    found = []
    for name in globals():
        if name == "second":
            hop()
        found.append(name)
    return found


def modules():
    found, wanted = [], list(sys.modules)
    for place, name in enumerate(sys.modules):
        found.append(name)
        if place == 10:
            break
    rest = iter(sys.modules)
    for _ in range(5):
        next(rest)
    hop()
    left = list(rest)
    return found == wanted[:11], left == wanted[5:]


def own():
    keyed = {"a": 1, "b": 2, "c": 3}
    keyed["rest"] = iter(keyed)
    keyed["rest"] = rest = iter(keyed)
    next(rest)
    hop()
    return list(rest), keyed["rest"] is rest


print(names() == list(globals()), third)
print(modules())
print(own())
