# axes: process
# Generators pickled on their own: unstarted, suspended, exhausted, with cells, delegating.
import pyteleport
from hop import hop


def numbers(limit, step=1):
    total = 0
    for i in range(0, limit, step):
        got = yield i, total
        total += got or 0
    return "returned %d" % total


def counter():
    count = 0

    def generate():
        nonlocal count
        while count < 3:
            count += 1
            yield count

    return generate()


def delegates(log):
    try:
        yield (yield from numbers(2))
    finally:
        log.append("finally")


def prepare():
    suspended, done, log = numbers(9, step=3), numbers(0), []
    next(suspended), suspended.send(5), list(done)
    delegating, counting = delegates(log), counter()
    next(delegating), next(counting)
    return [numbers(2), suspended, done, counting, delegating, log]


prepared, twin = prepare(), prepare()
data = pyteleport.dumps(prepared)
hop()
loaded = pyteleport.loads(data)
for generators in (twin, prepared, loaded):
    fresh, suspended, done, counting, delegating, log = generators
    print(list(fresh), list(suspended), list(done), list(counting), list(delegating), log)
