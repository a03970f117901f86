# axes: process
# requires: 3.13
# hops: 2
# close() gives what the generator returns.
from hop import hop


def totals():
    total = 0
    try:
        while True:
            total += yield total
    except GeneratorExit:
        return hop(total)


t = totals()
next(t), t.send(2), t.send(3)
print(t.close(), t.close())


def never():
    try:
        yield 1
    finally:
        hop()


n = never()
next(n)
print(n.close())
