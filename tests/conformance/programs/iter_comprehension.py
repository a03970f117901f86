# axes: process
# hops: 6
# Comprehensions over iterators that hop, nested too.
from hop import hop


class Counts:
    def __init__(self, hop_at=2):
        self.n, self.hop_at = 0, hop_at

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == self.hop_at:
            hop()
        if self.n == 3:
            raise StopIteration
        return self.n


def work(k):
    listed = [x + k for x in Counts()]
    nested = [[x * y for y in Counts(3)] for x in (k,)]
    return listed, nested, {x for x in Counts(1)}, {x: y for x in "a" for y in Counts()}


print(work(10))
print([x for x in Counts() if x > 1], x if (x := 5) else 0)
print(sorted({str(x): x for x in Counts(3)}.items()))
