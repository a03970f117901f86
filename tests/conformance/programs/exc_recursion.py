# axes: process dump
# A deep recursion that hops at its bottom, whose exception is caught half way and passes the rest.
import traceback

from hop import hop


def recurse(n):
    if n == 0:
        hop()
        raise LookupError("bottom")
    try:
        return recurse(n - 1)
    except LookupError as error:
        if n == 20:
            raise ValueError(len(traceback.extract_tb(error.__traceback__))) from None
        raise
    finally:
        depths.append(n)


depths = []
try:
    recurse(40)
except ValueError as error:
    print(error, len(traceback.extract_tb(error.__traceback__)), depths == list(range(1, 41)))
    print(traceback.format_exc())
