# axes: process
# hops: 4
# Subscripts of classes: __class_getitem__, and __getitem__ of the metaclass, which comes first.
from hop import hop


class Generic:
    def __class_getitem__(cls, key):
        return hop((cls.__name__, key))


class Derived(Generic):
    pass


class Meta(type):
    def __getitem__(cls, key):
        return hop("meta %s" % key)


class Made(metaclass=Meta):
    def __class_getitem__(cls, key):
        return "not reached"


print(Generic[int, "x"] == ("Generic", (int, "x")), Derived[5], Made[7])
alias = [Generic[each] for each in "q"]
print(alias)
