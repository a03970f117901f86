# axes: process
# hops: 4
# Coroutines that await coroutines, four deep: the innermost runs, and is driven on.
import types

from hop import hop


@types.coroutine
def pause(value):
    got = yield value
    return hop(got)


async def level(n, log):
    try:
        if n == 0:
            log.append(hop("bottom"))
            return await pause("paused") + await pause("again")
        return [n, await level(n - 1, log)]
    finally:
        log.append(n)


def run(coroutine, *values):
    out = [coroutine.send(None)]
    for value in values:
        try:
            out.append(coroutine.send(value))
        except StopIteration as stop:
            out.append(stop.value)
    return out


log = []
print(run(level(3, log), 1, 2), log)
fresh = level(0, [])
print(hop(fresh).__name__)
fresh.close()
