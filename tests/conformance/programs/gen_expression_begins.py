# Generator expressions ask for their iterator when they are made: a hop from there, and expressions that have not been started.
# hops: 16
import inspect

from hop import hop


class Own:
    def __init__(self, count, moves=False):
        self.count, self.moves = count, moves

    def __iter__(self):
        print("iter", self.count)
        if self.moves:
            hop()
        return iter(range(self.count))


class Itself:
    def __init__(self, count):
        self.left = count
        self.moves = True

    def __iter__(self):
        # Some releases of 3.13 ask twice.
        if self.moves:
            self.moves = False
            print("iter itself", self.left)
            hop()
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left


class Broken:
    def __iter__(self):
        hop()
        return 3


class Asynchronous:
    def __init__(self):
        self.left = 3

    def __aiter__(self):
        print("aiter")
        hop()
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


def in_calls(k):
    print(all(x + k for x in Own(3, True)), any(x > k for x in Itself(4)))
    print(list(x * k for x in Own(3, True)), [x for x in Itself(2)])
    print(tuple((x, y) for x in Own(2, True) for y in Own(2, True)))


def kept(k):
    own = (x + k for x in Own(4))
    listed = (x for x in [k, k + 1])
    cells = (lambda: (x, k) for x in Own(2))
    iterator = iter([1, 2, 3, 4])
    shared = (x for x in iterator)
    next(iterator)
    hop()
    for generator in (own, listed, cells, shared):
        print(inspect.getgeneratorstate(generator), generator.__name__, generator.__qualname__)
    print(next(iterator), list(shared), list(iterator))
    first = next(own)
    hop()
    print(first, list(own), list(listed), [each() for each in cells])


def handled():
    try:
        print(list(x for x in Broken()))
    except TypeError as error:
        print(error)
    asynchronous = (x async for x in Asynchronous())
    hop()
    step = asynchronous.__anext__()
    try:
        step.send(None)
    except StopIteration as error:
        print("first", error.value)
    never = (x for x in Own(1))
    hop()
    never.close()
    print(list(never), inspect.getgeneratorstate(never))


in_calls(2)
kept(5)
handled()
in_class = type("C", (), {"given": [1, 2]})


class Body:
    base = 3
    made = [x for x in (y + 1 for y in Own(base, True))]
    later = (y + 1 for y in Own(base, True))


hop()
print(Body.made, list(Body.later))
