# axes: process
# hops: 5
# for over a class with __iter__ and __next__: a hop at the beginning, in the middle, at the end; with else.
from hop import hop


class Counts:
    def __init__(self, limit):
        self.limit, self.n = limit, 0

    def __iter__(self):
        print("iter")
        hop()
        return self

    def __next__(self):
        self.n += 1
        if self.n == 2 or self.n > self.limit:
            hop()
        if self.n > self.limit:
            raise StopIteration("end")
        return self.n


def work(counts):
    out = []
    for n in counts:
        out.append(n)
    else:
        out.append("else")
    return out


print(work(Counts(3)))
counts = Counts(1)
for n in counts:
    print(n)
else:
    print("else", counts.n)
