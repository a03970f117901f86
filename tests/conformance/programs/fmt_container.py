# refused: 3
# axes: process
# hops: 3
# repr() of containers, which ask their items; and of one that contains itself.
from hop import hop


class Shown:
    wanted = True

    def __repr__(self):
        return hop("shown")


listed = [1, Shown(), 3]
print(listed)
named = {"k": (Shown(),)}
print(f"{named}")


class Loops:
    def __init__(self):
        self.items = [self]

    def __repr__(self):
        return "Loops(%d)" % hop(len(self.items))


print(str(Loops().items))
