# hops: 2
# Partials, caches and operator objects.
import functools
import operator

from hop import hop


@functools.lru_cache(maxsize=None)
def square(x):
    calls.append(x)
    return x * x


calls = []
square(2), square(3)
add_one = functools.partial(operator.add, 1)
getter, caller = operator.itemgetter(1), operator.methodcaller("upper")
hop()
print(square(2), square(4), square.__wrapped__.__name__, add_one(2), getter("ab"), caller("x"))
print(functools.reduce(operator.mul, [1, 2, hop(3)]))
