# axes: process
# hops: 6
# next(), with and without default, at the end and before.
from hop import hop


class Counts:
    def __init__(self, limit):
        self.n, self.limit = 0, limit

    def __iter__(self):
        return self

    def __next__(self):
        hop()
        self.n += 1
        if self.n > self.limit:
            raise StopIteration(self.n)
        return self.n


def work(counts):
    out = [next(counts), next(counts, "default"), next(counts, "default")]
    try:
        next(counts)
    except StopIteration as stop:
        out.append(stop.value)
    return out


print(work(Counts(2)))
print(next(Counts(1)) + 1)
print(next(Counts(0), None))
