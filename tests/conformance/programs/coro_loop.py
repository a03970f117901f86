# axes: process
# hops: 4
# A small event loop of the program's own: tasks take turns, each hops once, one waits for another.
import collections
import types

from hop import hop


@types.coroutine
def turn():
    yield


class Loop:
    def __init__(self):
        self.ready, self.results = collections.deque(), {}

    def spawn(self, name, coroutine):
        self.ready.append((name, coroutine))

    def run(self):
        while self.ready:
            name, coroutine = self.ready.popleft()
            try:
                coroutine.send(None)
            except StopIteration as stop:
                self.results[name] = stop.value
            else:
                self.ready.append((name, coroutine))
        return self.results


async def worker(name, count):
    for i in range(count):
        log.append((name, hop(i) if i == 1 else i))
        await turn()
    return name, count


async def waits():
    while "b" not in loop.results:
        await turn()
    return hop("waited for %s" % loop.results["b"][0])


log, loop = [], Loop()
loop.spawn("a", worker("a", 3))
loop.spawn("b", worker("b", 2))
loop.spawn("w", waits())
print(loop.run())
print(log, hop("end"))
