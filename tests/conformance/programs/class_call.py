# axes: process
# hops: 5
# Instances that are called: __call__, inherited, as a decorator, bound as an attribute, with all arguments.
from hop import hop


class Calls:
    def __call__(self, *args, **kwargs):
        return hop((args, kwargs))


class Inherits(Calls):
    attribute = Calls()


class Decorates:
    def __init__(self, function):
        self.function = function

    def __call__(self, x):
        return hop(self.function(x))


@Decorates
def double(x):
    return x * 2


def work(calls):
    print(calls(1, k=2), [calls(*[3], **{"z": 4}), 0])
    return double(21), calls.attribute(5)


print(work(Inherits()))


class Nested:
    __call__ = Calls()


print(Nested()(6))
