# axes: process
# hops: 5
# async for over objects with __aiter__ and __anext__, in coroutines driven by hand.
import types

from hop import hop


@types.coroutine
def pause(value):
    return (yield value)


class Counts:
    def __init__(self):
        self.n = 0

    def __aiter__(self):
        hop()
        return self

    async def __anext__(self):
        self.n += 1
        if self.n == 2:
            hop()
        if self.n == 3:
            hop()
            raise StopAsyncIteration
        return self.n + await pause("pause %d" % self.n)


class Plain:
    def __init__(self):
        self.left = [1, 2]

    def __aiter__(self):
        return self

    def __anext__(self):
        return give(self.left.pop()) if hop(self.left) else end()


async def give(value):
    return value


async def end():
    raise StopAsyncIteration


async def work():
    out = []
    async for n in Counts():
        out.append(n)
    else:
        out.append("else")
    async for n in Plain():
        out.append(n)
        if n == 2:
            break
    return out


def drive(coroutine):
    value, out = None, []
    while True:
        try:
            out.append(coroutine.send(value))
        except StopIteration as stop:
            return out, stop.value
        value = len(out) * 100


print(drive(work()))
print(hop("end"))
