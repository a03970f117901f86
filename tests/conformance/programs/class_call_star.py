# axes: process
# hops: 5
# Metaclasses that pass on what they were given by stars, to a class whose __init__ or __new__ hops.
from hop import hop


class Named(type):
    kinds = {}

    def __new__(mcs, name, bases, variables):
        made = super().__new__(mcs, name, bases, variables)
        mcs.kinds[variables.get("keyword", name)] = made
        return made

    def __call__(cls, keyword, *args, **kwargs):
        if keyword in cls.kinds:
            cls = cls.kinds[keyword]
        return type.__call__(cls, keyword, *args, **kwargs)


class Tag(metaclass=Named):
    def __init__(self, keyword, *args, **kwargs):
        self.told = hop((keyword, args, sorted(kwargs.items())))


class Page(Tag):
    keyword = "page"

    def __init__(self, keyword, **kwargs):
        super().__init__(keyword, 1, **kwargs)
        self.again = hop(len(kwargs))


class Counted(type):
    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        cls.count = getattr(cls, "count", 0) + 1
        return made


class Thing(metaclass=Counted):
    def __init__(self, *args, **kwargs):
        self.args, self.kwargs = args, hop(kwargs)


class Wrong(metaclass=Counted):
    def __init__(self, *args):
        return hop(args)


print(Tag("tag", 2, size=3).told, Tag("page", size=3, color=4).__dict__)
print(Thing(1, 2, a=3).__dict__, Thing.count)
try:
    Wrong(1)
except TypeError as error:
    print(error, hasattr(Wrong, "count"))
