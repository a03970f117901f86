# axes: process dump
# hops: 7
# refused: 1
# Frames of generators and coroutines wait while items are gathered, and for iterators that end by what a function raises.
from hop import hop


def f(x):
    if x == 1:
        hop()
    return x * 2


def g():
    a = list(map(f, [0, 1, 2]))
    yield a
    yield 5


def g2():
    for q in map(f, [0, 1, 2]):
        yield q


def stops(x):
    if x == 1:
        hop()
        raise StopIteration
    return x


def g3():
    a = next(map(stops, [1]), None)
    yield a


def g4():
    for q in map(stops, [0, 1, 2]):
        yield q
    yield "end"


class It:
    n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 3:
            hop()
            raise StopIteration
        return self.n


def g5():
    for q in It():
        yield q
    yield "end"


for gg in g, g2, g3, g4, g5:
    try:
        for x in gg():
            print(x)
    except Exception as e:
        print(gg, repr(e))


async def co():
    return sorted(map(f, [2, 1])), ",".join(map(str, map(f, [1, 3])))


try:
    co().send(None)
except StopIteration as stop:
    print(stop.value)
