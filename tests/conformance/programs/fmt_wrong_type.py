# refused: 1
# axes: process
# hops: 5
# __str__, __repr__ and __format__ which give no text or raise.
from hop import hop


class Bad:
    def __str__(self):
        return hop(5)

    def __repr__(self):
        raise LookupError(hop("no repr"))

    def __format__(self, spec):
        if spec:
            raise ValueError(hop("no %s" % spec))
        return hop(b"bytes")


def attempt(function):
    try:
        print(function(Bad()))
    except Exception as error:
        print(type(error).__name__, error)


attempt(str)
attempt(lambda bad: f"{bad!r}")
attempt(lambda bad: f"{bad}")
attempt(lambda bad: f"{bad:x}")
attempt(lambda bad: "%s" % bad)
