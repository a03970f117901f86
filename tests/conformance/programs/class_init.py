# axes: process
# hops: 6
# __init__ that hops: plain, keyword arguments, subclasses, a chain of super().__init__.
from hop import hop


class Plain:
    def __init__(self, value):
        self.value = hop(value)


class Keywords:
    def __init__(self, a, *rest, key, **more):
        hop()
        self.all = a, rest, key, more


class Base:
    def __init__(self, name):
        self.name = hop(name)


class Middle(Base):
    def __init__(self, *args):
        super().__init__(*args)
        self.middle = hop("middle")


class Derived(Middle):
    def __init__(self):
        super().__init__("from derived")
        self.done = True


def work():
    print([Plain(1).value, 2], Keywords(1, 2, 3, key=4, x=5).all)
    derived = Derived()
    return sorted(vars(derived).items()), type(derived).__name__


print(work())
print(Plain([7]).value)


class Inherits(Plain):
    pass


print(Inherits("inherited").value)
