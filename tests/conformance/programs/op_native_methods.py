# refused: 2
# axes: process
# hops: 6
# Special methods that are no functions: partial methods, static methods, callable objects, bound methods, cached functions.
import functools

from hop import hop


class Calls:
    def __call__(self, *args):
        return hop(("called", len(args)))


class Other:
    def bound(self, *args):
        return hop(("bound", len(args)))


@functools.lru_cache(maxsize=None)
def cached(self):
    log.append("computed")
    return hop("cached")


class Thing:
    __add__ = functools.partialmethod(lambda self, mode, other: hop((mode, other)), "partial")
    __sub__ = staticmethod(lambda other: hop(("static", other)))
    __mul__ = Calls()
    __getitem__ = Other().bound
    __neg__ = cached
    __lt__ = classmethod(lambda cls, other: hop((cls.__name__, other)))


def work(thing):
    print(thing + 1, thing - 2, thing * 3, thing["k"])
    return -thing, -thing, thing < 4


log = []
thing = Thing()
print(work(thing), log, cached.cache_info())
