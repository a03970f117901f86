# axes: process
# hops: 6
# Blocks in blocks: the inner enters and leaves while the outer waits, in loops and handlers.
from hop import hop


class Manager:
    depth = 0

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        Manager.depth += 1
        return hop("%s at %d" % (self.name, Manager.depth))

    def __exit__(self, kind, error, trace):
        Manager.depth -= 1
        print("leaves", self.name, hop(Manager.depth))


def work():
    try:
        for i in range(1):
            with Manager("outer") as outer:
                try:
                    raise KeyError(outer)
                except KeyError as error:
                    with Manager("inner") as inner:
                        print(error, inner)
                    raise
    except KeyError as error:
        with Manager("handler") as handler:
            return str(error), handler


print(work(), Manager.depth)
