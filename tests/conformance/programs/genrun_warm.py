# axes: process
# hops: 4
# Generators in loops that are specialised before the hop: for, send, yield from, nested.
from hop import hop


def numbers():
    for i in range(210):
        yield hop(i) if i == 200 else i


def delegates():
    yield from numbers()


def echo():
    total = 0
    while True:
        total += yield total
        if total == 19900:
            hop()


def work():
    total = 0
    for n in numbers():
        total += n
    for n in delegates():
        total += n
    e = echo()
    e.send(None)
    for n in range(210):
        total += e.send(n)
    for n in (x for x in numbers()):
        total -= n
    return total


print(work())
