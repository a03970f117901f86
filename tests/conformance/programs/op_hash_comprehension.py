# refused: 3
# axes: process
# hops: 3
# Keys that hop while a comprehension adds them, and while a display is built.
from hop import hop


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hop(self.n) if self.n == 2 else self.n

    def __eq__(self, other):
        return self.n == other.n


def work():
    listed = [Key(1), Key(2), Key(3)]
    added = {key for key in listed}
    mapped = {key: key.n for key in listed}
    return len(added), list(mapped.values()), len({Key(0): "zero", listed[1]: "two"})


print(work())
