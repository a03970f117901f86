# axes: process
# hops: 6
# getattr and hasattr with __getattr__ and __getattribute__, with other errors than AttributeError.
from hop import hop


class Thing:
    def __getattr__(self, name):
        if name == "missing":
            raise AttributeError(hop(name))
        if name == "fails":
            raise LookupError(hop(name))
        return hop(name.upper())


def attempt(function):
    try:
        return function()
    except LookupError as error:
        return "error %s" % error


def work(thing):
    print(getattr(thing, "there"), hasattr(thing, "also"), hasattr(thing, "missing"))
    print(getattr(thing, "missing", None))
    return attempt(lambda: hasattr(thing, "fails")), attempt(lambda: getattr(thing, "fails", 0))


print(work(Thing()))
