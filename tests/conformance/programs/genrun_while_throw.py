# refused: 3.8-3.9 6, 3.10-3.15 2
# axes: process
# hops: 8
# throw() through yield from: the delegate runs its handler, its finally, or has none.
import sys

from hop import hop


def inner(log):
    try:
        yield "one"
    except ValueError as error:
        log.append("caught %s" % hop(error))
    finally:
        log.append(hop("inner finally"))
    return "value"


def outer(log):
    try:
        yield (yield from inner(log))
        yield from [1, 2, 3]
    except TypeError as error:
        log.append("outer caught %s" % hop(error))
        yield "end"


log = []
o = outer(log)
print(next(o), o.throw(ValueError("v")), next(o), o.throw(TypeError("t")), log)
log = []
o = outer(log)
next(o)
print(o.send(None), log)


def deep(log):
    try:
        raise OSError("handled outside")
    except OSError:
        got = yield from middle(log)
        log.append(got)
        try:
            raise
        except OSError as again:
            log.append(str(again))


def middle(log):
    try:
        return (yield from inner(log)), "middle"
    finally:
        log.append(sys.exc_info()[0])


def lets_pass(log):
    try:
        yield "pass"
    except ArithmeticError:
        log.append(hop("passing"))
        raise


def outermost(log):
    for _ in range(2):
        try:
            yield from lets_pass(log)
        except ArithmeticError as error:
            log.append(repr(error))


log = []
d = deep(log)
next(d)
try:
    print(d.throw(ValueError("deep")))
except StopIteration as stop:
    print(stop.value, log)
log = []
o = outermost(log)
print(next(o), o.throw(ArithmeticError("a")), log, next(o, "over"))


class Steps:
    def __await__(self):
        try:
            yield "step"
        except ValueError:
            hop()
            yield "caught"
        return "awaited"


async def waits(log):
    log.append(await Steps())
    return await Steps()


async def runs(log):
    return await waits(log), "done"


log = []
coroutine = runs(log)
print(coroutine.send(None), coroutine.throw(ValueError("w")), coroutine.send(None), log)
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)
