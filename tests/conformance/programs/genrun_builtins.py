# axes: process
# hops: 6
# Generators that run under map, filter, enumerate, zip, chain and islice in for loops.
import itertools

from hop import hop


def numbers(hop_at):
    for i in range(4):
        yield hop(i) if i == hop_at else i


def work():
    out = []
    for x in map(str, numbers(1)):
        out.append(x)
    for x in enumerate(numbers(2)):
        out.append(x)
    for x in zip(numbers(3), "abcd"):
        out.append(x)
    for x in itertools.chain(numbers(1), [9]):
        out.append(x)
    for x in filter(None, numbers(2)):
        out.append(x)
    for x in itertools.islice(numbers(0), 2):
        out.append(x)
    return out


print(work())
