# axes: process
# hops: 5
# Methods which a property, a descriptor, or __getattr__ gives, called at once.
from hop import hop


class Bound:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        hop()
        return lambda *args: self.function(instance, *args)


class Thing:
    name = "thing"

    @property
    def method(self):
        hop()
        return lambda *args, **kwargs: (args, kwargs)

    @Bound
    def bound(self, x):
        return self.name, x

    def __getattr__(self, name):
        hop()
        return self.ordinary

    def ordinary(self, x):
        return hop((self.name, x))


def work(thing):
    return thing.method(1, k=2), thing.bound(3), thing.anything(4)


print(work(Thing()))
print(Thing().method())
