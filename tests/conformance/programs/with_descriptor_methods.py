# refused: 3.8-3.13 4, 3.14-3.15 2
# axes: process
# hops: 5
# __enter__ and __exit__ that a property makes, or that are no functions.
import functools

from hop import hop


class Looked:
    @property
    def __enter__(self):
        hop()
        return lambda: "entered"

    @property
    def __exit__(self):
        hop()
        return lambda *info: print("left", len(info))


class Native:
    __enter__ = functools.partialmethod(lambda self, mode: hop(mode), "partial")
    __exit__ = functools.partialmethod(lambda self, mode, *info: print(mode, hop(len(info))), "exit")


def work():
    with Looked() as value:
        print(value)
    with Native() as value:
        print(value)
    return hop("end")


print(work())
