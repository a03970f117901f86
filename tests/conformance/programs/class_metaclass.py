# refused: 3.8-3.13 1, 3.14-3.15 <=2
# axes: process
# hops: 6
# Metaclasses: __prepare__, __new__, __init__ and __call__ that hop.
from hop import hop


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        return {"prepared": hop(name), **kwargs}

    def __new__(mcs, name, bases, namespace, **kwargs):
        cls = super().__new__(mcs, name, bases, namespace)
        cls.by_new = hop(kwargs)
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        cls.by_init = hop(sorted(key for key in namespace if not key.startswith("__")))

    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args)
        made.called_with = hop(kwargs)
        return made


class Made(metaclass=Meta, option="o"):
    def __init__(self, value):
        self.value = hop(value)

    def me(self):
        return __class__ is type(self)


made = Made(5, k=6)
print(Made.prepared, Made.option, Made.by_new, Made.by_init)
print(made.value, made.called_with, made.me(), type(Made).__name__, hop(Made is type(made)))
