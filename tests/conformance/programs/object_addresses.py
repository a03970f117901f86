# axes: process
# hops: 4
# What `id` gave for an object stays what it gives for it: in the middle of `copy.deepcopy` and of a guarded `repr`.
import copy
import reprlib
import threading

from hop import hop


class Part:
    hops = 0

    def __init__(self, whole):
        self.whole = whole

    def __deepcopy__(self, memo):
        made = Part(None)
        memo[id(self)] = made
        if Part.hops < 2:
            Part.hops += 1
            hop()
        made.whole = copy.deepcopy(self.whole, memo)
        return made

    @reprlib.recursive_repr("again")
    def __repr__(self):
        hop()
        return "Part(%r)" % (self.whole,)


def copied():
    shared = ["shared"]
    whole = {"shared": shared, "list": [shared]}
    whole["parts"] = [Part(whole), Part(whole)]
    made = copy.deepcopy(whole)
    print(made["parts"][0].whole is made, made["parts"][1].whole is made, made["list"][0] is made["shared"])
    print(made is not whole, made["shared"] is not shared, len(made))


def kept():
    thing, other = [1], {"a": 1}
    known = {id(thing): "thing", id(other): "other", 1 << 46: "number"}
    by, mine = id(thing), threading.get_ident()
    hop()
    print(by == id(thing), known[id(thing)], known[id(other)], known[1 << 46], mine == threading.get_ident())


def shown():
    part = Part(None)
    part.whole = [part]
    print(repr(part))


copied()
kept()
shown()
