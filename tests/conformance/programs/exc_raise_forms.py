# refused: 2
# axes: process
# hops: 5
# raise of classes and instances, with causes that are made then; what is no exception.
from hop import hop


class Failure(Exception):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = hop(len(args))


class Odd(Exception):
    def __new__(cls, *args):
        return hop("no exception")


def attempt(function):
    try:
        function()
    except Exception as error:
        cause = error.__cause__
        print(type(error).__name__, error, getattr(error, "extra", None), repr(cause), getattr(cause, "extra", None))


def cause_class():
    raise KeyError("k") from Failure


def both():
    raise Failure from Failure("cause")


def no_exception():
    raise Odd


attempt(cause_class)
attempt(both)
attempt(no_exception)
print(hop("end"))
