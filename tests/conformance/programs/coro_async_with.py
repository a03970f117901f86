# axes: process
# hops: 6
# async with: a hop while it is entered, inside, while it is left; swallowing, and by return.
import types

from hop import hop


@types.coroutine
def pause(value):
    return (yield value)


class Manager:
    def __init__(self, swallows):
        self.swallows = swallows

    async def __aenter__(self):
        await pause("entering")
        return hop(self)

    async def __aexit__(self, kind, error, trace):
        print("leaves", kind and kind.__name__, error and error.args)
        await pause("leaving")
        return hop(self.swallows)


async def work(swallows):
    async with Manager(swallows) as manager:
        print("body", hop(manager.swallows))
        if swallows:
            raise KeyError("inside")
        return "returned"
    return "after"


def drive(coroutine):
    out = []
    while True:
        try:
            out.append(coroutine.send(None))
        except StopIteration as stop:
            return out, stop.value


print(drive(work(True)))
print(drive(work(False)))
