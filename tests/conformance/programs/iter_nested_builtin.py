# refused: 3
# axes: process
# hops: 5
# Builtin iterators in builtin iterators, three deep, with functions and generators that hop at the bottom.
import itertools

from hop import hop


def numbers(hop_at):
    for i in range(4):
        yield hop(i) if i == hop_at else i


def work():
    out = []
    for i, (a, b) in enumerate(zip(map(str, numbers(1)), itertools.chain(numbers(2)))):
        out.append((i, a, b))
    for x in map(lambda x: x + 1, filter(lambda x: hop(x % 2) if x == 3 else x % 2, numbers(9))):
        out.append(x)
    for x in itertools.chain.from_iterable(map(lambda x: hop([x]) if x == 2 else [x], numbers(9))):
        out.append(x)
    return out


print(work())
for x in itertools.islice(itertools.chain(numbers(0), numbers(9)), 0, 5, 2):
    print(x)
