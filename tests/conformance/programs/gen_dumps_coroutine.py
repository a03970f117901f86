# axes: process
# Coroutines and asynchronous generators pickled on their own, suspended.
import types

import pyteleport
from hop import hop


@types.coroutine
def pause(value):
    return (yield value)


async def work(log):
    log.append(await pause("first"))
    try:
        log.append(await pause("second"))
    finally:
        log.append("finally")
    return "result"


async def numbers():
    for i in range(5):
        yield i


def step(awaitable, value=None):
    try:
        return awaitable.send(value)
    except StopIteration as stop:
        return "gave", stop.value


log = []
coroutine, generator = work(log), numbers()
print(coroutine.send(None), coroutine.send("x"), step(generator.asend(None)))
data = pyteleport.dumps((coroutine, log, generator))
hop()
moved, moved_log, moved_generator = pyteleport.loads(data)
for each, its_log, its_generator in ((coroutine, log, generator), (moved, moved_log, moved_generator)):
    print(step(each, "y"), its_log, step(its_generator.asend(None)))
