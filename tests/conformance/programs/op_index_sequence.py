# refused: 3
# axes: process
# hops: 6
# __index__ that hops: repeated sequences, items and slices of lists and strings, range.
from hop import hop


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return hop(self.value)


def work(two):
    items = list("abcdef")
    print("ab" * two, [1] * two, items[two])
    items[two] = "C"
    del items[two]
    return items, "abcdef"[two:]


print(work(Index(2)))
