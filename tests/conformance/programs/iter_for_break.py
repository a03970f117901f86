# axes: process
# hops: 5
# break, continue and exceptions in for loops over iterators that hop.
from hop import hop


class Counts:
    def __init__(self, *hops):
        self.n, self.hops = 0, hops

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n in self.hops:
            hop()
        if self.n == 7:
            raise LookupError("seven")
        return self.n


def work(counts):
    out = []
    try:
        for n in counts:
            for m in counts:
                if m % 2:
                    continue
                break
            else:
                out.append("wrong")
            out.append((n, m))
    except LookupError as error:
        out.append(str(error))
    return out, counts.n


print(work(Counts(1, 2, 7)))
counts = Counts(2, 3)
for n in counts:
    if n == 3:
        break
print(n, next(counts))
