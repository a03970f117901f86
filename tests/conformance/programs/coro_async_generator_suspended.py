# axes: process
# Asynchronous generators and their awaitables, suspended in the middle and moved, then driven on.
import types

from hop import hop


@types.coroutine
def pause(value):
    return (yield value)


async def numbers(log):
    try:
        for i in range(9):
            got = yield i
            log.append(got)
    finally:
        log.append("finally")


async def consume(log):
    out = []
    async for n in numbers(log):
        out.append((n, await pause("at %d" % n)))
        if n == 2:
            return out


def step(awaitable):
    try:
        return awaitable.send(None)
    except StopIteration as stop:
        return "gave", stop.value
    except StopAsyncIteration:
        return "over"


log, other = [], []
a, consumer, fresh = numbers(log), consume(other), numbers([])
step(a.asend(None)), step(a.asend("one"))
print(consumer.send(None), consumer.send("x"))
hop()
print(step(a.asend("two")), step(a.aclose()), step(a.asend(None)), log)
print(consumer.send("y"))
try:
    consumer.send("z")
except StopIteration as stop:
    print(stop.value)
print(step(fresh.asend(None)), step(fresh.aclose()), other)
