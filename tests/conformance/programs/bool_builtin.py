# refused: 2
# axes: process
# hops: 4
# bool() itself, and the truth of what __len__ gives through __index__.
from hop import hop


class Truth:
    def __bool__(self):
        return hop(False)


class Index:
    def __index__(self):
        return hop(3)


class Sized:
    def __len__(self):
        return Index()


print(bool(Truth()), [bool(Sized())])
print(bool(Truth()) or "or", len(Sized()))
