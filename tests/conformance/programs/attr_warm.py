# axes: process
# hops: 4
# Attributes that are specialised before the hop.
from hop import hop

last = 199


class Thing:
    def __init__(self):
        self.i = 0
        self.log = []

    @property
    def value(self):
        if self.i == last:
            hop()
        return self.i

    def __getattr__(self, name):
        if name != "missing":
            raise AttributeError(name)
        if self.i == last:
            hop()
        return 1

    @value.setter
    def value(self, new):
        if new == last:
            hop()
        self.i = new


class Always:
    def __init__(self):
        self.i = 0

    def __getattribute__(self, name):
        get = super().__getattribute__
        if name != "other":
            return get(name)
        if get("i") == last:
            hop()
        return get("i")


def work(thing, always):
    total = 0
    for i in range(200):
        thing.value = i
        always.i = i
        total += thing.value + thing.missing + always.other
    return total


print(work(Thing(), Always()))
