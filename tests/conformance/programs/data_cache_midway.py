# hops: 3
# A cache while it is being wrapped, one whose `__wrapped__` is another function, and one that holds a dict.
import functools

from hop import hop


class Text(str):
    pass


def double(n):
    return {"n": 2 * n}


class Document:
    def __get__(self, owner, kind):
        return hop("document")


class Function:
    __module__, __name__, __qualname__ = "m", "f", "q"
    __doc__ = Document()

    def __call__(self, n):
        return n + 1


def work():
    made = functools.lru_cache(maxsize=4)(Function())
    print(made(1), made.__doc__, made.__wrapped__(5), made.cache_info())
    cached = functools.lru_cache(maxsize=4)(double)
    first = cached(1)
    cached.__wrapped__ = len
    hop()
    print(cached(1) is first, cached(2), cached.__wrapped__ is len, cached.cache_info())
    del cached.__wrapped__
    hop()
    print(cached(1) is first, cached(3), hasattr(cached, "__wrapped__"), cached.cache_info())


work()
