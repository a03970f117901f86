# refused: 3
# axes: process
# hops: 6
# Asynchronous generators that run: by asend, athrow and aclose, by hand.
import types

from hop import hop


@types.coroutine
def pause(value):
    return (yield value)


async def numbers(log):
    try:
        got = yield hop(1)
        log.append(got)
        await pause("inside")
        got = yield hop(2)
        log.append(got)
    except ValueError as error:
        log.append(hop(str(error)))
        yield 3
    finally:
        log.append(hop("finally"))


def step(awaitable):
    out = []
    while True:
        try:
            out.append(awaitable.send(None))
        except StopIteration as stop:
            return out, stop.value
        except StopAsyncIteration:
            return out, "over"


log = []
a = numbers(log)
print(step(a.asend(None)), step(a.asend("sent")))
print(step(a.athrow(ValueError("thrown"))))
print(step(a.aclose()), step(a.asend(None)), log)
b = numbers([])
print(step(b.__anext__()), b.ag_frame is not None)
