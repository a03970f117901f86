# One generator in a list, a local and a closure at once.
from hop import hop


def numbers():
    n = 0
    while True:
        n += 1
        yield n


def run():
    local = numbers()
    listed = [local, numbers()]

    def advance():
        return next(local)

    advance()
    hop()
    out = [next(local), next(listed[0]), advance(), next(listed[1])]
    return out, local is listed[0]


print(run())
