# refused: 1
# axes: process
# hops: 1
# sys.unraisablehook that hops, when __del__ raises.
import sys

from hop import hop


class Ends:
    def __del__(self):
        raise LookupError("in __del__")


def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, hop("hooked"))


sys.unraisablehook = hook


def work():
    ends = Ends()
    del ends
    return "after"


print(work())
