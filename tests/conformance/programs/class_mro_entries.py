# refused: 2
# axes: process
# hops: 3
# __mro_entries__ of a base, and mro() of a metaclass.
from hop import hop


class Real:
    def method(self):
        return "real"


class Stands:
    def __mro_entries__(self, bases):
        hop()
        return (Real,)


class Meta(type):
    def mro(cls):
        return hop(super().mro())


class Made(Stands(), object):
    pass


class WithMro(Real, metaclass=Meta):
    pass


print(Made().method(), len(Made.__orig_bases__), Made.__mro__[1] is Real)
print([c.__name__ for c in WithMro.__mro__], hop("end"))
