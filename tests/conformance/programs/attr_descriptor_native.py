# refused: 1
# axes: process
# hops: 5
# Attributes through descriptors that are no functions: properties of callable objects, partials, cached functions.
import functools

from hop import hop


class Calls:
    def __call__(self, *args):
        return hop(("called", len(args)))


class Get:
    __get__ = functools.partial(lambda mode, self, instance, owner: hop((mode, owner.__name__)), "get")


class Thing:
    called = property(Calls())
    cached = property(functools.lru_cache(maxsize=None)(lambda self: hop(["cached"])))
    partial = property(functools.partial(lambda extra, self: hop((extra, type(self).__name__)), "extra"))
    got = Get()


def work(thing):
    print(thing.called, thing.cached is thing.cached, thing.partial)
    return thing.got, hop("end")


print(work(Thing()))
