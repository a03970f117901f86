# axes: process
# hops: 6
# The order of evaluation in assignments, calls, displays and comparisons, written down by methods that hop.
from hop import hop

log = []


class Thing:
    def __init__(self, name):
        object.__setattr__(self, "name", name)

    def __getitem__(self, key):
        log.append("%s[%s]" % (self.name, key))
        return hop(self) if key == "x" else self

    def __setitem__(self, key, value):
        log.append("%s[%s]=" % (self.name, key))
        hop()

    def __setattr__(self, name, value):
        log.append("%s.%s=" % (self.name, name))
        hop()

    def __lt__(self, other):
        log.append("%s<%s" % (self.name, other.name))
        return hop(True)

    def __call__(self, *args, **kwargs):
        log.append("%s(%d, %s)" % (self.name, len(args), sorted(kwargs)))
        return hop(self)


a, b = Thing("a"), Thing("b")
a["target"], b.attribute = b["x"], a["other"]
print(log)
log.clear()
print(a["y"] < b(a, k=b) < a["z"], log)
