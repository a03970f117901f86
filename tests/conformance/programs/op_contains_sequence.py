# refused: 4
# axes: process
# hops: 5
# in over a sequence, and over items whose == hops; iteration that raises.
from hop import hop


class Sequence:
    def __getitem__(self, index):
        if index == 2:
            hop()
            raise IndexError
        return "ab"[index]


class Item:
    def __eq__(self, other):
        return hop(other == 3)


class Fails:
    def __contains__(self, item):
        raise LookupError(hop("no %s" % item))


print("c" in Sequence(), "b" in Sequence())
print(Item() in [1, 3, 5])
if Item() not in (7,):
    print("not in")
try:
    print(1 in Fails())
except LookupError as error:
    print(error)
