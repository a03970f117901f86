# axes: process
# hops: 4
# __iter__ and others which give what is no iterator: the TypeErrors.
from hop import hop


class Bad:
    def __iter__(self):
        return hop(5)


class BadReversed:
    def __reversed__(self):
        return hop("not checked")


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


def loop():
    for x in Bad():
        return x


def unpack():
    a, b = Bad()
    return a


attempt(loop)
attempt(unpack)
attempt(lambda: iter(Bad()))
attempt(lambda: reversed(BadReversed()))
