# hops: 6
# Code that runs in the namespace of a module that is in no more than a variable: what it defines is that module's.
import types

from hop import hop


def work():
    thing = types.ModuleType("thing")
    thing.value, thing.hop = 5, hop
    exec("hop()\ndef f(x): return x + value\nhop()\nother = value * 2", vars(thing))
    hop()
    print(thing.f(3), thing.f.__globals__ is vars(thing), thing.__name__, thing.other)


def separate():
    thing = types.ModuleType("separate")
    exec("made = 1\nhop()\nlater = made + 1", {"hop": hop}, vars(thing))
    print(thing.made, thing.later)


def held():
    thing = types.ModuleType("held")
    space = vars(thing)
    hop()
    space["added"] = 1
    print(thing.added, space is vars(thing))


work()
separate()
held()
alone = {"hop": hop, "__name__": "alone"}
exec("hop()\nvalue = 1", alone)
print(alone["value"])
