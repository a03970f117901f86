# axes: process
# hops: 4
# async for over an asynchronous generator that runs, and hops before, between and after its awaits.
import types

from hop import hop


@types.coroutine
def pause(value):
    return (yield value)


async def numbers(limit):
    for i in range(limit):
        if i == 1:
            hop()
        got = await pause("before %d" % i)
        if i == 1:
            hop()
        yield i, got
    hop()


async def work():
    out = []
    async for item in numbers(3):
        out.append(item)
    else:
        out.append(hop("else"))
    return out


def drive(coroutine):
    out = []
    while True:
        try:
            out.append(coroutine.send(len(out)))
        except StopIteration as stop:
            return out, stop.value
        except TypeError:
            out.append(coroutine.send(None))


print(drive(work()))
