# refused: 1
# axes: process
# hops: 6
# __instancecheck__, __subclasscheck__ and __subclasshook__.
import abc

from hop import hop


class Meta(type):
    def __instancecheck__(cls, instance):
        return hop(instance == 5)

    def __subclasscheck__(cls, subclass):
        return hop([subclass])


class Checks(metaclass=Meta):
    pass


class Hooks(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return hop(True) if hasattr(other, "quack") else NotImplemented


class Duck:
    quack = True


def work():
    return isinstance(5, Checks), isinstance(6, (str, Checks)), issubclass(int, Checks)


print(work())
print(isinstance(Duck(), Hooks), isinstance(7, Hooks), issubclass(Duck, Hooks))
if isinstance(5, (int, Checks)) and not isinstance("", Checks):
    print("checked", hop("end"))
