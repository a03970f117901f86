# axes: process
# hops: 3
# A pipeline of generators, each under a for loop of the next; the first one hops.
from hop import hop


def source(log):
    for i in range(5):
        log.append("source %d" % i)
        yield hop(i) if i in (1, 4) else i
    hop()


def double(items):
    for item in items:
        yield item * 2


def pairs(items):
    before = None
    for item in items:
        yield before, item
        before = item


def total(items, log):
    result = 0
    for a, b in items:
        log.append((a, b))
        result += b
    return result


log = []
print(total(pairs(double(source(log))), log))
print(log)
