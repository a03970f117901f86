# axes: process
# hops: 5
# __getattr__ for what is not there otherwise: read, called, and raising.
from hop import hop


class Thing:
    present = "present"

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(hop(name))
        return hop("made " + name)


class Calls:
    def __getattr__(self, name):
        hop()
        return lambda *args: (name, args)


def work(thing, calls):
    out = [thing.present, thing.other, calls.method(1, *[2])]
    try:
        thing._private
    except AttributeError as error:
        out.append(str(error))
    return out


print(work(Thing(), Calls()))
print(Calls().top().__class__.__name__, Thing().end)
