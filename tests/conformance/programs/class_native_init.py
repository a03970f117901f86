# refused: 5
# axes: process
# hops: 6
# __init__, __new__ and __call__ that are no functions: partial methods, callable objects, static and bound ones.
import functools

from hop import hop


class Calls:
    def __call__(self, *args):
        log.append(("called", hop(len(args))))


class Partial:
    __init__ = functools.partialmethod(lambda self, mode, x: log.append((mode, hop(x))), "partial")


class Called:
    __init__ = Calls()


class Looked:
    @property
    def __init__(self):
        hop()
        return lambda x: log.append(("looked up", x))


class Made:
    __new__ = functools.partial(lambda cls, x: hop([x]))


class Instances:
    __call__ = functools.partialmethod(lambda self, mode, x: hop((mode, x)), "mode")


class Wrapped:
    @functools.lru_cache(maxsize=None)
    def __new__(cls, x):
        return hop(object.__new__(cls))


log = []
print(type(Partial(1)).__name__, type(Called(2)).__name__, type(Looked(3)).__name__, log)
print(Made(4), Instances()(5), Wrapped(6) is Wrapped(6))
