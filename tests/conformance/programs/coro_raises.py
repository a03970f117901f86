# hops: 3
# axes: process dump
# Exceptions through coroutines that hopped: tracebacks, and StopIteration inside.
import traceback

from hop import hop


async def inner(x):
    hop()
    return 1 / x


async def middle(x):
    try:
        return await inner(x)
    finally:
        print("finally")


async def outer(x):
    return [await middle(x)]


async def stops():
    hop()
    raise StopIteration(1)


def drive(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print("value", stop.value)
    except Exception:
        print(traceback.format_exc())


drive(outer(0))
drive(outer(1))
drive(stops())
