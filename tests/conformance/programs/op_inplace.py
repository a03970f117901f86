# axes: process
# hops: 6
# In-place methods, on names, attributes and items; what they return is what is stored.
from hop import hop


class N:
    def __init__(self, *items):
        self.items = list(items)

    def __iadd__(self, other):
        self.items.append(other)
        return hop(self)

    def __isub__(self, other):
        return hop("replaced by sub")

    def __imul__(self, other):
        hop()
        self.items *= other
        return self


class Holder:
    pass


def work():
    local = same = N(1)
    local += 2
    print(local is same, same.items)
    holder, listed = Holder(), [N(5), N(6)]
    holder.attribute = kept = N(3)
    holder.attribute += 4
    print(holder.attribute is kept, kept.items)
    listed[1] *= 2
    print(listed[1].items, listed[0].items)
    listed[0] -= 1
    print(listed[0])
    return local


n = work()
n -= 1
print(n)
top = N(7)
top += 8
print(top.items)
