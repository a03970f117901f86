# axes: process
# hops: 6
# The generator of a context manager runs while its block is entered and left, in good and in bad order.
import contextlib

from hop import hop


@contextlib.contextmanager
def managed(name, swallows=()):
    print("enter", hop(name))
    try:
        yield name.upper()
    except swallows as error:
        print("swallowed", hop(error))
    finally:
        print("exit", hop(name))


def work():
    with managed("plain") as value:
        print("body", value)
    with managed("swallows", LookupError):
        raise LookupError("inside")
    return "after"


print(work() + hop("!"))
