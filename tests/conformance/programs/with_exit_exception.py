# axes: process
# hops: 6
# __exit__ that hops when an exception passes: it swallows it, does not, or raises another.
import sys

from hop import hop


class Manager:
    def __init__(self, what):
        self.what = what

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        line = trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno
        print("exit", self.what, kind.__name__, error, line, sys.exc_info()[1] is error)
        hop()
        if self.what == "raises":
            raise TypeError("while it left")
        return self.what == "swallows"


def work(what):
    try:
        with Manager(what):
            raise KeyError(what)
        return "swallowed"
    except (KeyError, TypeError) as error:
        return repr(error), repr(error.__context__), sys.exc_info()[1] is error


def nested():
    with Manager("swallows"):
        with Manager("passes"):
            with Manager("raises"):
                raise KeyError("nested")
    return sys.exc_info()[1]


print(work("swallows"))
print(work("passes"))
print(work("raises"))
print(nested())
