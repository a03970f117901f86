# axes: process
# hops: 3
# __missing__ of a dict's subclass, and the factory of a defaultdict with a class of its own.
from hop import hop


class Fills(dict):
    def __missing__(self, key):
        self[key] = hop(key * 2)
        return self[key]


class Raises(dict):
    def __missing__(self, key):
        raise LookupError("nothing for %s" % hop(key))


def work(fills):
    return [fills["a"], fills["b"], fills["a"], fills.get("c")]


fills = Fills(b=1)
print(work(fills), fills)
try:
    Raises()["x"]
except LookupError as error:
    print(error, error.__context__)
fills[3] += 1
print(fills[3])
