# axes: process
# hops: 5
# __setattr__ and __delattr__, in all kinds of targets.
from hop import hop


class Thing:
    def __setattr__(self, name, value):
        if value != "quiet":
            hop()
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        object.__delattr__(self, name)
        hop()


def work(thing):
    thing.a = thing.b = "quiet"
    thing.a, other = [1], 2
    thing.b = same = {}
    print(thing.a, other, thing.b is same)
    for thing.c in range(1):
        print("body", thing.c)
    with open("/dev/null") as thing.file:
        print("opened", thing.file.closed)
    del thing.c
    return sorted(vars(thing))


print(work(Thing()))
