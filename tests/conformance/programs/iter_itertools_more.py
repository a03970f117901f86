# refused: 6
# axes: process
# hops: 6
# accumulate, groupby, cycle, compress, zip_longest and repeat, in for loops.
import itertools

from hop import hop


class Counts:
    def __init__(self, hop_at):
        self.n, self.hop_at = 0, hop_at

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == self.hop_at:
            hop()
        if self.n == 4:
            raise StopIteration
        return self.n


def work():
    out = []
    for x in itertools.accumulate([1, 2, 3], lambda a, b: hop(a * 10 + b) if b == 2 else a * 10 + b):
        out.append(x)
    for x in itertools.cycle(Counts(3)):
        out.append(x)
        if len(out) > 8:
            break
    for key, group in itertools.groupby("aab", lambda x: hop(x) if x == "b" else x):
        out.append((key, type(group).__name__))
    for pair in itertools.zip_longest(Counts(4), "abcd"):
        out.append(pair)
    return out


print(work())
for x in itertools.compress("abcd", Counts(2)):
    print(x)
first, second = itertools.tee(Counts(2))
for x in first:
    print(x)
print(next(second))
