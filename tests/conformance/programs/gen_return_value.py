# The return value of a generator that goes on after the hop.
from hop import hop


def numbers():
    total = 0
    while True:
        x = yield total
        if x is None:
            return total
        total += x


def delegate(results):
    results.append((yield from numbers()))
    results.append((yield from numbers()))


results = []
plain, delegating = numbers(), delegate(results)
for generator in (plain, delegating):
    next(generator)
    generator.send(5)
hop()
plain.send(6)
try:
    next(plain)
except StopIteration as stop:
    print(stop.value)
delegating.send(7)
next(delegating)
delegating.send(1)
print(next(delegating, "end"), results)
