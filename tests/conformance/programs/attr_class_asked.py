# hops: 3
# refused: 1
# Objects that take note of each attribute that they are asked for, wherever they lie, when a hop looks at them, refused or not.
import socket
import sys

from hop import hop

ASKED = []


class Watchful:
    def __getattribute__(self, name):
        ASKED.append(name)
        return object.__getattribute__(self, name)

    @property
    def __class__(self):
        ASKED.append("class")
        return dict

    def method(self):
        pass


class Holder:
    held = Watchful()


class Slotted:
    __slots__ = ("slot",)


def work():
    pair = socket.socketpair()
    mine = [Watchful(), {"key": Watchful(), Watchful(): 1}, (Watchful(),), {1: iter([Watchful()])}]
    slotted = Slotted()
    slotted.slot = Watchful()
    bound, made = slotted.slot.method, (thing for thing in mine)
    next(made)
    del ASKED[:]
    hop()
    for each in pair:
        each.close()
    del pair, each
    hop()
    sys.modules["watchful"] = mine[0]
    hop()
    del sys.modules["watchful"]
    print(ASKED)
    return mine, bound, slotted, made


found = work()
print(len(found), ASKED)
