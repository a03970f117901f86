# refused: 2
# axes: process
# hops: 4
# throw() through yield from: the delegate runs its handler, its finally, or has none.
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
