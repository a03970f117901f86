# axes: process
# A class that has attributes of its own where others have the interpreter's `__dict__` and `__weakref__`.
from hop import hop


class Shown:
    def __init__(self):
        self.number = 7

    __weakref__ = "mine"

    @property
    def __dict__(self):
        return {"shown": self.number}


class Named(list):
    __dict__ = "no dict"

    def __init__(self, name):
        self.name = name


def work():
    shown, named = Shown(), Named("list")
    named.append(5)
    hop()
    print(vars(shown), shown.number, shown.__weakref__)
    print(named.__dict__, named.name, named)


work()
