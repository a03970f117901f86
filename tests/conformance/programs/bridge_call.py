# refused: 3.8-3.10 3
# axes: process
# hops: 5
# Callables through callables: a bound method of a bound method's __call__, methods taken as values, types.MethodType.
import types

from hop import hop


def free(*args):
    return hop(args)


class Thing:
    def method(self, *args):
        return hop(args)

    __call__ = method


def work(thing):
    call = thing.method.__call__
    again = free.__call__
    print(call(1), again.__call__(2))
    return types.MethodType(free, 3)(4), types.MethodType(thing, "self")(5)


print(work(Thing()))
print(Thing.method.__get__("me")(6))
