# axes: process
# hops: 5
# Assignment expressions around operators, items, attributes and comprehensions.
from hop import hop


class Thing:
    @property
    def value(self):
        return hop(5)

    def __getitem__(self, key):
        return hop(key)

    def __add__(self, other):
        return hop(other)


def work(thing):
    total = [(x := thing.value), x + 1, (y := thing[x] + x), (z := (thing + y)), z]
    if (n := len(total)) > 3 and (m := thing[n]):
        total.append(m)
    return total, [last := i for i in (1, 2)], last, x


print(work(Thing()))
print([k := Thing() + 8, k])
