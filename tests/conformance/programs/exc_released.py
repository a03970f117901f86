# hops: 4
# What the instruction that the hop interrupted has worked with lives no longer than without it.
import gc
import weakref

from hop import hop


class Thing:
    def __init__(self, dead=None):
        if dead:
            hop()


class Failure(Exception):
    def __init__(self, thing):
        hop()
        self.thing = thing


def numbers(log):
    try:
        yield hop(1)
        yield 2
    finally:
        log.append("closed")


def fail(thing):
    local = thing
    raise Failure(local)


def work():
    thing = Thing()
    seen = weakref.ref(thing)
    try:
        fail(thing)
    except Failure as error:
        print(error.thing is thing)
        del error
    thing = None
    gc.collect()
    print(seen() is None)
    made = weakref.ref(Thing(dead=True))
    print(made() is None)
    log = []
    generator = numbers(log)
    print(next(generator))
    del generator
    print(log)
    print(numbers(log).send(None), log)


work()
