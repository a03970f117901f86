# refused: 5
# axes: process
# hops: 6
# enumerate, zip and reversed over iterators of the program's own.
from hop import hop


class Counts:
    def __init__(self, name, *hops):
        self.n, self.name, self.hops = 0, name, hops

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n in self.hops:
            hop()
        if self.n == 4:
            raise StopIteration
        return "%s%d" % (self.name, self.n)


class Backwards:
    def __reversed__(self):
        hop()
        return iter("cba")


def work():
    out = []
    for i, value in enumerate(Counts("a", 2, 4), 5):
        out.append((i, value))
    for pair in zip(Counts("b", 2), [1, 2], Counts("c", 1)):
        out.append(pair)
    return out


print(work())
for letter in reversed(Backwards()):
    print(letter)
for i, value in enumerate(Counts("d", 3)):
    print(i, value)
