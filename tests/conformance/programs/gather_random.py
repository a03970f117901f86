# axes: process
# hops: 32
# refused: 3.8 <=18, 3.9 <=12, 3.10-3.13 <=8, 3.14-3.15 <=12
# Calls that gather items, put together at random: each hop comes from within some of them.
import functools
import random
from collections import deque

from hop import hop

rnd = random.Random(1)


class Own:
    def __init__(self, items, at):
        self.items, self.at, self.n = items, at, -1

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == self.at:
            hop()
        if self.n >= len(self.items):
            raise StopIteration
        return self.items[self.n]


class Fresh:
    def __init__(self, items, at):
        self.items, self.at = items, at

    def __iter__(self):
        for n, item in enumerate(self.items):
            if n == self.at:
                hop()
            yield item


def gen(items, at):
    trash = [[n] for n in range(3)]
    for n, item in enumerate(items):
        if n == at:
            hop()
        yield item
    return trash


def genof(make, at):
    for n, item in enumerate(make()):
        if n == at:
            hop()
        yield item


def flat(x):
    return str(x)


def source(depth):
    size = rnd.randrange(0, 14)
    at = rnd.randrange(0, size + 1) if rnd.random() < 0.5 else -1
    items = [rnd.choice(["a", "b", "c", "dd", "e"]) + str(n % 4) for n in range(size)]
    kind = rnd.randrange(9)
    if depth > 0 and rnd.random() < 0.5:
        inner = consumer(depth - 1)
        return lambda: genof(lambda: [flat(one) for one in inner()], at)
    if kind == 0:
        return lambda: gen(items, at)
    if kind == 1:
        return lambda: Own(items, at)
    if kind == 2:
        return lambda: Fresh(items, at)

    def mapped(x, seen=[0]):  # noqa: B006 (each is made anew)
        seen[0] += 1
        if seen[0] == at:
            hop()
        return x + "!"

    if kind == 3:
        return lambda: map(mapped, items)

    def keeps(x, seen=[0]):  # noqa: B006 (each is made anew)
        seen[0] += 1
        if seen[0] == at:
            hop()
        return len(x) + len(str(seen)) & 1

    if kind == 4:
        return lambda: filter(keeps, items)
    if kind == 5:
        return lambda: map(mapped, gen(items, at))
    if kind == 6:
        return lambda: (str(one) for one in enumerate(gen(items, at)))
    if kind == 7:
        return lambda: map(flat, zip(gen(items, at), items))
    return lambda: iter(items)


def consumer(depth):
    make = source(depth)
    kind = rnd.randrange(12)
    if kind == 0:
        return lambda: list(make())
    if kind == 1:
        return lambda: sorted(make())
    if kind == 2:
        return lambda: tuple(make())
    if kind == 3:
        return lambda: [",".join(make())]
    if kind == 4:
        return lambda: sorted(set(make()))
    if kind == 5:
        return lambda: deque(make(), 5)
    if kind == 6:
        return lambda: [*make(), 1]
    if kind == 7:
        return lambda: [any(map(lambda x: x == "b1", make()))]
    if kind == 8:
        return lambda: [
            functools.reduce(lambda a, b: hop(a + b) if len(a) == 6 else a + b, iter(list(make())), "")
        ]
    if kind == 9:

        def extend():
            made = ["x"]
            made.extend(make())
            return made

        return extend
    if kind == 10:
        return lambda: [list(make()), [1], sorted(make())]
    return lambda: [{*make()} == set(make()), len([*make()])]


def work():
    for number in range(60):
        try:
            print(number, consumer(rnd.randrange(3))())
        except Exception as error:
            print(number, type(error).__name__, error)


work()
