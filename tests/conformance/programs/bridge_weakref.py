# refused: 3
# axes: process
# hops: 3
# The callback of a weak reference, called in the middle of an instruction that drops an object.
import os
import weakref

from hop import hop


class Thing:
    pass


log = []


def gone(reference):
    if len(log) > 9:
        os._exit(3)  # never go on for ever from process to process
    log.append((hop("gone"), reference() is None))


def work():
    thing = Thing()
    reference = weakref.ref(thing, gone)
    thing = None
    log.append("after")
    thing = Thing()
    finalizer = weakref.finalize(thing, lambda *args: log.append(hop(args)), 1, 2)
    del thing
    return reference(), finalizer.alive


print(work(), log)
values = weakref.WeakValueDictionary()
thing = values["k"] = Thing()
reference = weakref.ref(thing, gone)
del thing
print(len(values), log)
