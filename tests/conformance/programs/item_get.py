# axes: process
# hops: 5
# Subscripts that call __getitem__, in expressions, with keys of all kinds.
from hop import hop


class Items:
    def __getitem__(self, key):
        return hop(("got", key))


def work(items, i):
    print([0, items[i], 1], {"k": items["text"]})
    (first, second), *rest = items[1, 2], items[None]
    return first, second, rest, items[7][0]


print(work(Items(), 5))
