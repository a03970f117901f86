# hops: 5
# `operator.getitem`, `setitem` and `delitem` of the program's own methods.
import operator

from hop import hop


class Items:
    def __init__(self):
        self.log = []

    def __getitem__(self, key):
        return hop(key * 2)

    def __setitem__(self, key, value):
        self.log.append((key, hop(value)))
        return "nothing that counts"

    def __delitem__(self, key):
        self.log.append(hop(key))
        return "nothing that counts"


items = Items()
print(operator.getitem(items, 4) + 1, operator.setitem(items, 1, "one"), operator.delitem(items, 7), items.log)
print(list(map(lambda item: operator.getitem(item, "ab"), [items, items])))
