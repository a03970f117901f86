# axes: process
# hops: 4
# Two generators that drive each other in turn, and one that drives its own copy.
from hop import hop


def ping(other, log):
    for i in range(3):
        log.append(("ping", i))
        yield other.send(i) if i else hop(other.send(i))


def pong(log):
    got = yield
    while True:
        log.append(("pong", got))
        got = yield hop(got * 10) if got == 1 else got * 10


def nest(depth):
    if depth:
        yield next(nest(depth - 1)) + 1
    else:
        yield hop(0)


log = []
other = pong(log)
next(other)
p = ping(other, log)
print(next(p), next(p), next(p), log)
for value in nest(4):
    print(value, hop(value))
