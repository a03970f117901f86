# hops: 3
# What pickle and copy call: __reduce__, __setstate__ under copy.copy, in Python frames.
import copy

from hop import hop


class Thing:
    hops = True

    def __init__(self, value):
        self.value = value

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        self.value = state["value"]
        self.restored = True  # and no more than what was saved: a hop from elsewhere calls this too
        if Thing.hops:
            Thing.hops = False
            hop()


class Copies:
    def __copy__(self):
        return hop("copied")

    def __deepcopy__(self, memo):
        memo["seen"] = hop(True)
        return "deep"


print(copy.copy(Copies()), copy.deepcopy({"k": Copies()}))
copied = copy.copy(Thing(5))
print(copied.value, copied.restored)
