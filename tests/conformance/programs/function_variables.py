# axes: process
# The dict of a function stays that very dict, with something in it or not.
from hop import hop


def first():
    pass


def second():
    pass


def work():
    empty, full = first.__dict__, second.__dict__
    full["a"] = 1
    update = first.__dict__.update
    hop()
    update(b=2)
    full["c"] = 3
    print(first.b, second.c, empty is first.__dict__, vars(second))


work()
