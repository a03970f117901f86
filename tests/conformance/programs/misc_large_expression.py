# axes: process
# hops: 4
# Many values below on the stack while an operator, an item and an attribute wait.
from hop import hop


class Thing:
    value = property(lambda self: hop("value"))

    def __getitem__(self, key):
        return hop(key)

    def __neg__(self):
        return hop("neg")

    def __format__(self, spec):
        return hop(spec)


def work(t, a, b, c):
    return [a, (b, [c, {a: (b, t[a]), "k": [a, t.value, b]}, a + b * (c - len(-t)), f"{a}{t:{b}}{c}"]), a, b]


print(work(Thing(), 1, 2, 3))
