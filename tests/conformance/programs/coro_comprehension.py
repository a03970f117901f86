# axes: process
# hops: 4
# Asynchronous comprehensions and generator expressions.
import types

from hop import hop


@types.coroutine
def pause(value):
    return (yield value)


async def numbers(hop_at):
    for i in range(3):
        await pause(i)
        yield hop(i) if i == hop_at else i


async def twice(x):
    await pause("twice")
    return hop(x * 2) if x == 1 else x * 2


async def work(k):
    listed = [n + k async for n in numbers(1)]
    awaited = [await twice(n) for n in range(3)]
    filtered = {n: n async for n in numbers(2) if n != 1}
    lazy = (n * k async for n in numbers(0))
    out = []
    async for n in lazy:
        out.append(n)
    return listed, awaited, filtered, out


def drive(coroutine):
    count = 0
    while True:
        try:
            coroutine.send(None)
            count += 1
        except StopIteration as stop:
            return count, stop.value


print(drive(work(10)))
