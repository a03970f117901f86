# Coroutines that were made and not yet driven, and one driven by hand up to its await.
import types

from hop import hop


@types.coroutine
def pause(value):
    return (yield value)


async def work(log):
    async_value = await pause("first")
    log.append(async_value)
    try:
        log.append(await pause("second"))
    finally:
        log.append("finally")
    return "result"


log = []
fresh, driven = work([]), work(log)
driven.send(None)
hop()
print(fresh.send(None), driven.send("x"), log)
try:
    driven.send("y")
except StopIteration as stop:
    print(stop.value, log)
fresh.close()
