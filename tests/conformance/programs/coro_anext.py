# refused: 3
# axes: process
# requires: 3.10
# hops: 4
# aiter() and anext(), with and without default.
from hop import hop


class Counts:
    n = 0

    def __aiter__(self):
        return hop(self)

    async def __anext__(self):
        self.n += 1
        if self.n == 3:
            hop()
            raise StopAsyncIteration
        return hop(self.n)


async def work():
    counts = aiter(Counts())
    return await anext(counts), await anext(counts, "not used"), await anext(counts, "default")


try:
    work().send(None)
except StopIteration as stop:
    print(stop.value)
