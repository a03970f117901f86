# axes: process
# hops: 4
# yield from an iterator of the program's own, in a generator driven by for and by next.
from hop import hop


class Counts:
    def __init__(self, hop_at=2):
        self.n, self.hop_at = 0, hop_at

    def __iter__(self):
        if self.hop_at == 0:
            hop()
        return self

    def __next__(self):
        self.n += 1
        if self.n == self.hop_at:
            hop()
        if self.n == 3:
            raise StopIteration("value")
        return self.n

    def send(self, value):
        return hop("sent %s" % value)


def generate(counts):
    got = yield from counts
    yield got


for value in generate(Counts()):
    print(value)
for value in generate(Counts(3)):
    print(value)
generator = generate(Counts(0))
print(next(generator), generator.send("x"), next(generator))
