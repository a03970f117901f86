# axes: process
# hops: 4
# A generator that runs under close(): a hop in its finally, in its handler of GeneratorExit, and in one that goes on.
from hop import hop


def cleans(log):
    try:
        yield 1
    finally:
        log.append(hop("cleaned"))


def handles(log):
    try:
        yield 1
    except GeneratorExit:
        log.append(hop("exit"))
        raise


def goes_on():
    try:
        yield 1
    except GeneratorExit:
        yield hop(2)


def raises():
    try:
        yield 1
    finally:
        hop()
        raise LookupError("while it closed")


def close(generator):
    next(generator)
    try:
        return generator.close(), generator.gi_frame
    except (RuntimeError, LookupError) as error:
        return str(error), repr(error.__context__)


log = []
print(close(cleans(log)), close(handles(log)), log)
print(close(goes_on()))
print(close(raises()))
