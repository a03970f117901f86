# axes: process
# hops: 15
# refused: 6
# Generators that were operands of a call which has let go of them, and swallow what ends them; beside such that the call drives.
from hop import hop


def g(n):
    try:
        yield n
        yield n + 1
    except GeneratorExit:
        pass
    hop("after")


def drive():
    print(next(g(1)))
    print(any(x for x in g(5)))
    print(list(x for x in (1, 2) if hop(True)))
    print(next(x for x in g2()))


def g2():
    hop()
    yield 1


for n in range(3):
    drive()
