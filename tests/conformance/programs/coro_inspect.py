# refused: 3.8-3.10 1
# axes: process
# hops: 3
# What coroutines and asynchronous generators tell about themselves, while they run and while they wait.
import inspect
import sys
import types

from hop import hop


@types.coroutine
def pause():
    yield "paused"


async def inner():
    hop()
    me = held["inner"]
    print(me.cr_running, me.cr_frame is sys._getframe(), me.cr_await, me.__qualname__)
    print(held["outer"].cr_running, inspect.getcoroutinestate(me))
    await pause()


async def outer():
    held["inner"] = one = inner()
    await one


async def numbers():
    hop()
    me = held["numbers"]
    print(me.ag_frame is sys._getframe(), me.ag_await, me.__name__, me.ag_code.co_name)
    yield 1
    await pause()


held = {}
held["outer"], held["numbers"] = outer(), numbers()
print(held["outer"].send(None))
step = held["numbers"].asend(None)
try:
    step.send(None)
except StopIteration as stop:
    print(stop.value)
waiting = held["numbers"].asend(None)
print(waiting.send(None))
hop()
print(held["outer"].cr_await is held["inner"], held["inner"].cr_await.__name__)
print(held["inner"].cr_frame.f_lineno, inspect.getcoroutinestate(held["inner"]))
print(held["numbers"].ag_await.__name__, held["numbers"].ag_frame.f_lineno, held["numbers"].ag_running)
held["outer"].close()
