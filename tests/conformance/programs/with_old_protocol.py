# refused: 3.8 2, 3.9-3.13 1
# axes: process
# hops: 4
# Managers whose methods are static, inherited, or callables; and what is no manager.
from hop import hop


class Base:
    def __enter__(self):
        return hop(type(self).__name__)

    def __exit__(self, *info):
        return hop(False)


class Derived(Base):
    pass


class Static:
    @staticmethod
    def __enter__():
        return hop("static")

    __exit__ = staticmethod(lambda *info: print(len(info), hop("left")))


def work():
    with Derived() as a:
        print(a)
    with Static() as b:
        print(b)
    try:
        with object():
            print("wrong")
    except (AttributeError, TypeError) as error:
        return type(error).__name__


print(work())
