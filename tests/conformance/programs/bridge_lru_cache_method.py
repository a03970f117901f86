# axes: process
# hops: 3
# A cached method, a cache without arguments, and a cached function that is recursive through another.
import functools

from hop import hop


class Thing:
    @functools.lru_cache(maxsize=8)
    def method(self, x):
        return hop([self, x])


@functools.lru_cache(maxsize=None)
def even(n):
    return n == 0 or odd(n - 1)


@functools.lru_cache(maxsize=None)
def odd(n):
    return hop(False) if n == 0 else even(n - 1)


@functools.lru_cache(maxsize=1)
def once():
    return hop(object())


thing = Thing()
print(thing.method(1) is thing.method(1), thing.method(1)[0] is thing, Thing.method.cache_info())
print(even(7), even(7), even.cache_info().hits, odd.cache_info())
print(once() is once(), once.cache_info())
