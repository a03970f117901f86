# refused: 3.8-3.10 2
# axes: process
# hops: 6
# Objects with __await__: a generator method, an iterator of the program's own, another object's.
from hop import hop


class Generates:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        hop()
        got = yield self.value
        return hop(got)


class Iterator:
    def __init__(self):
        self.n = 0

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 2:
            hop()
            raise StopIteration("iterated")
        return hop(self.n)

    def send(self, value):
        return hop("sent %s" % value)


class Bad:
    def __await__(self):
        return hop(5)


async def work():
    first = await Generates("g")
    second = await Iterator()
    try:
        await Bad()
    except TypeError as error:
        return first, second, str(error)


def drive():
    coroutine = work()
    out = [coroutine.send(None), coroutine.send("x"), coroutine.send("y")]
    try:
        out.append(coroutine.send(None))
    except StopIteration as stop:
        out += stop.value
    return out


print(drive())
