# refused: 1
# axes: process
# hops: 4
# AsyncExitStack and asynccontextmanager, driven by hand.
import contextlib
import types

from hop import hop


@types.coroutine
def pause(value):
    return (yield value)


@contextlib.asynccontextmanager
async def managed(name):
    await pause("entering " + name)
    try:
        yield hop(name)
    except LookupError as error:
        print("swallowed", error)
    finally:
        await pause("leaving " + name)
        print("left", hop(name))


async def work():
    async with contextlib.AsyncExitStack() as stack:
        one = await stack.enter_async_context(managed("one"))
        two = await stack.enter_async_context(managed("two"))
        raise LookupError(one + two)
    return "after"


def drive(coroutine):
    out = []
    while True:
        try:
            out.append(coroutine.send(None))
        except StopIteration as stop:
            return out, stop.value


print(drive(work()))
