# axes: process
# hops: 2
# Blocks in loops that are specialised before the hop.
from hop import hop


class Manager:
    def __init__(self, i):
        self.i = i

    def __enter__(self):
        return hop(self.i) if self.i == 199 else self.i

    def __exit__(self, kind, error, trace):
        if self.i == 200:
            hop()
        return kind is KeyError


def work():
    total = 0
    for i in range(202):
        with Manager(i) as value:
            total += value
            if i > 198:
                raise KeyError
            total += 1
    return total


print(work())
