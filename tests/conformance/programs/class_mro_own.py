# axes: process dump
# hops: 2
# A metaclass whose mro() gives an order of its own is not asked again for it.
from hop import hop

asked = []


class First:
    def who(self):
        return "first"


class Last:
    def who(self):
        return "last"


class Meta(type):
    def mro(cls):
        asked.append(cls.__name__)
        return [cls, *reversed(super().mro()[1:-1]), object]


class Derived(Meta):
    pass


def work():
    class One(First, Last, metaclass=Meta):
        pass

    class Two(One, metaclass=Derived):
        pass

    hop()
    print(One().who(), [one.__name__ for one in Two.__mro__], asked)

    class Three(First, Last, metaclass=Derived):
        pass

    hop()
    print(Three().who(), asked, "mro" in vars(Meta), "mro" in vars(Derived))


work()
