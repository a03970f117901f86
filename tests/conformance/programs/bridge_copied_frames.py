# axes: process
# hops: 3
# Calls of one function by several ways at once: partial, method, cached, map, generator, one inside the other.
import functools

from hop import hop


class Thing:
    def method(self, n):
        return step(n)


@functools.lru_cache(maxsize=None)
def cached(n):
    return step(n)


def generate(n):
    yield step(n)


def step(n):
    if n == 0:
        return [hop("bottom")]
    if n == 1:
        return functools.partial(step, 0)() + [1]
    if n == 2:
        return Thing().method(1) + [2]
    if n == 3:
        return cached(2) + [3]
    if n == 4:
        for value in map(step, [3]):
            return value + [4]
    if n == 5:
        for value in generate(4):
            return value + [5]
    return next(generate(n - 1)) + [n]


print(step(7), cached.cache_info())
print(step(3), hop(cached.cache_info().hits))
functools.partial(functools.partial, hop)("nested")()
