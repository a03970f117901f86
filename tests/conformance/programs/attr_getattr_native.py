# refused: 1
# axes: process
# hops: 4
# __getattr__, __getattribute__ and __setattr__ that are no functions, and one that looks itself up again.
import functools

from hop import hop


class Calls:
    def __call__(self, *args):
        return hop(args[-1])


class Callable:
    __getattr__ = Calls()


class Partial:
    __getattr__ = functools.partialmethod(lambda self, mode, name: hop((mode, name)), "partial")


class Again:
    def __getattribute__(self, name):
        if name == "other":
            return hop(self.wanted)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return hop("made " + name)


print(Callable().name, Partial().name, Again().other)
