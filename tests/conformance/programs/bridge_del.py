# refused: 6
# axes: process
# hops: 6
# __del__ that hops, when a name is deleted, overwritten, a value dropped, a call left, a container cleared.
import os

from hop import hop


class Ends:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        started.append(self.name)
        if started.count(self.name) > 1:
            os._exit(3)  # never go on for ever from process to process
        log.append("end of %s" % hop(self.name))


log, started = [], []


def leaves():
    local = Ends("local")
    return [local.name]


def work():
    one = Ends("one")
    del one
    two = Ends("two")
    two = "overwritten"
    Ends("dropped")
    print(leaves(), two)
    listed = [Ends("listed")]
    listed.clear()
    named = {"k": Ends("named")}
    named["k"] = None
    return listed, named


print(work())
print(log)
