# axes: process
# hops: 6
# Coroutines made of generators, which hop, await others and return values.
import types

from hop import hop


@types.coroutine
def inner(value):
    hop()
    got = yield value
    return hop(got)


@types.coroutine
def outer(value):
    got = yield from inner(value)
    again = yield from native(got)
    return hop((got, again))


async def native(value):
    return hop(await inner(value + 1))


def drive(coroutine, *values):
    out = []
    for value in (None, *values):
        try:
            out.append(coroutine.send(value))
        except StopIteration as stop:
            return out, stop.value
    return out


async def awaits():
    return await outer(1)


print(drive(awaits(), 10, 20))
