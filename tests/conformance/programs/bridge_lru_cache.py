# axes: process
# hops: 5
# Cached functions: what was computed while hopping is in the cache, hits and misses are counted, errors aren't kept.
import functools

from hop import hop


@functools.lru_cache(maxsize=None)
def compute(x, y=0):
    print("computes", x, y)
    return hop([x, y])


@functools.lru_cache(maxsize=2)
def limited(x):
    print("limited", x)
    if x == 2:
        raise ValueError(hop(x))
    return x


@functools.lru_cache(maxsize=None)
def fibonacci(n):
    if n == 1:
        hop()
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def work():
    first = compute(1, y=2)
    print(first is compute(1, y=2), compute.cache_info())
    limited(1)
    for attempt in range(2):
        try:
            limited(2)
        except ValueError as error:
            print("error", error)
    print(limited(1), limited.cache_info())


work()
print(fibonacci(20), fibonacci.cache_info())
print(hop(compute.__wrapped__.__name__))
