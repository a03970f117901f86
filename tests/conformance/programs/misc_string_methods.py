# refused: 4
# axes: process
# hops: 4
# Methods of str and bytes with arguments that hop when they are asked: indices, mappings, __index__ of a slice.
from hop import hop


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return hop(self.value)


def work(one):
    return "a-b-c".split("-", one), "x".center(Index(3), "."), "abcabc".find("a", one), "ab".expandtabs(Index(2))


print(work(Index(1)))
