# axes: process
# hops: 6
# Data and non-data descriptors of the program's own, on instances and on the class.
from hop import hop


class Data:
    def __get__(self, instance, owner):
        return hop(("data", instance is None, owner.__name__))

    def __set__(self, instance, value):
        instance.__dict__["stored"] = hop(value)

    def __delete__(self, instance):
        instance.__dict__.pop("stored")
        hop()


class Lazy:
    def __get__(self, instance, owner):
        if instance is None:
            return self
        instance.lazy = hop("computed")
        return instance.lazy


class Thing:
    data = Data()
    lazy = Lazy()


def work(thing):
    print([1, thing.data], Thing.data)
    thing.data = 5
    print(thing.stored)
    del thing.data
    print(thing.__dict__)
    return thing.lazy, thing.lazy, type(Thing.lazy).__name__


print(work(Thing()))
print(Thing().data[0])
