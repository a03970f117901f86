# axes: process
# hops: 5
# Iterators whose __next__ or __iter__ is no function: partials, callable objects, generators' own methods.
import functools

from hop import hop


class Calls:
    def __init__(self):
        self.n = 0

    def __call__(self, *args):
        self.n += 1
        if self.n == 2:
            hop()
        if self.n == 3:
            raise StopIteration
        return self.n


class Counts:
    def __init__(self):
        type(self).__next__ = Calls()

    def __iter__(self):
        return self


class Partial(Counts):
    def __init__(self):
        type(self).__next__ = staticmethod(functools.partial(Calls()))


class Generates:
    def __iter__(self):
        hop()
        yield 1
        yield hop(2)


def work():
    out = []
    for make in (Counts, Partial, Generates):
        for x in make():
            out.append(x)
    return out


print(work(), [x for x in Counts()])
