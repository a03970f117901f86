# axes: process
# hops: 5
# Coroutines driven by hand with send, throw and close, which hop while they run.
import types

from hop import hop


@types.coroutine
def pause(value):
    return (yield value)


async def work(log):
    got = await pause(hop("first"))
    log.append(hop(got))
    try:
        await pause("second")
    except ValueError as error:
        log.append(hop(str(error)))
    try:
        await pause("third")
    finally:
        log.append(hop("finally"))


def drive(log):
    coroutine = work(log)
    out = [coroutine.send(None), coroutine.send("sent"), coroutine.throw(ValueError("thrown"))]
    coroutine.close()
    return out, coroutine.cr_frame, log


print(drive([]))


async def returns():
    return hop("value")


try:
    returns().send(None)
except StopIteration as stop:
    print(stop.value)
