# hops: 2
# Loops over the variables of the module, and over a dict that holds its own iterator.
from hop import hop

first, second, third = 1, 2, 3


def names():
    found = []
    for name in globals():
        if name == "second":
            hop()
        found.append(name)
    return found


def own():
    keyed = {"a": 1, "b": 2, "c": 3}
    keyed["rest"] = iter(keyed)
    keyed["rest"] = rest = iter(keyed)
    next(rest)
    hop()
    return list(rest), keyed["rest"] is rest


print(names() == list(globals()), third)
print(own())
