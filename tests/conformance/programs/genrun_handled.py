# axes: process
# hops: 4
# A generator that runs while it, and its caller, handle exceptions: sys.exc_info() of each stays its own.
import sys

from hop import hop


def name():
    error = sys.exc_info()[1]
    return error and repr(error)


def generate():
    yield hop(name())
    try:
        raise KeyError("inside")
    except KeyError:
        hop()
        yield name()
        yield hop(name())
        try:
            raise
        except LookupError as error:
            yield repr(error), repr(error.__context__)
    yield name()


def work(generator):
    out = [next(generator), name()]
    try:
        raise ValueError("outside")
    except ValueError:
        out += [next(generator), name()]
        out += [next(generator), name()]
        out += [next(generator)]
    out += [next(generator), name()]
    return out


print(work(generate()))


def under():
    yield name()
    yield hop(name())


try:
    raise OSError("top")
except OSError:
    for value in under():
        print(value)
print(name())
