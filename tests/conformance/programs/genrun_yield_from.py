# refused: 3.8-3.9 3, 3.10-3.15 1
# axes: process
# hops: 6
# yield from, several levels deep: the innermost runs, by for, next, send, throw and close.
from hop import hop


def inner(log):
    try:
        for i in range(9):
            got = yield hop(i) if i == 1 else i
            if got:
                log.append(hop(got))
    except KeyError as error:
        log.append(hop(error.args[0]))
        return "caught"
    finally:
        log.append(hop("inner ends"))


def middle(log):
    result = yield from inner(log)
    yield "middle %s" % result
    return "of the middle"


def outer(log):
    yield (yield from middle(log))


log = []
o = outer(log)
print(next(o), next(o), o.send("sent"), log)
print(o.throw(KeyError("thrown")), log)
print(list(o))
other = outer(log)
for i in other:
    if i == 1:
        break
print(log, other.gi_frame is None, other.gi_yieldfrom.__name__)
