# axes: process
# hops: 4
# Context managers made of generators, which don't swallow, replace, or leave by return and break.
import contextlib

from hop import hop


@contextlib.contextmanager
def managed(name):
    try:
        yield name
    except KeyError as error:
        hop()
        raise ValueError("instead of %s" % error) from error
    finally:
        print("exit", hop(name))


def leaves():
    for i in range(3):
        with managed("loop"):
            break
    with managed("return"):
        return i, "returned"


print(leaves())
try:
    with managed("raises"):
        raise KeyError("k")
except ValueError as error:
    print(error, repr(error.__cause__))
