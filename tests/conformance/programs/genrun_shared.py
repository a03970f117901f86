# axes: process
# hops: 3
# A running generator which a list, a global, a closure and its own frame hold too.
from hop import hop

held = []


def numbers():
    me = held[0]
    for i in range(6):
        if i in (1, 3, 5):
            hop()
        yield i, me is held[0]


def work():
    local = numbers()
    held.append(local)
    shared = {"of": local}

    def advance():
        return next(shared["of"])

    out = []
    for item in local:
        out.append(item)
        out.append(advance())
        out.append(held[0] is local)
    return out, local.gi_frame


print(work())
