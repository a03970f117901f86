# axes: process
# hops: 6
# Conversions that give a wrong type, raise, or need another method.
from hop import hop


class Bad:
    def __int__(self):
        return hop("text")

    def __float__(self):
        raise LookupError(hop("no float"))

    def __len__(self):
        return hop(-5)

    def __hash__(self):
        return hop("text")

    def __bytes__(self):
        return hop("text")


class Index:
    def __index__(self):
        return hop(65)


def attempt(function, value):
    try:
        return function(value)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


for function in (int, float, len, hash, bytes):
    print(attempt(function, Bad()))
print(int(Index()))
