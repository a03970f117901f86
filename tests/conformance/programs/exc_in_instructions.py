# axes: process dump
# hops: 4
# The tracebacks of exceptions in __init__, __enter__, __next__ and a class body, after the hop.
import traceback

from hop import hop


class Thing:
    def __init__(self, fails):
        if fails:
            raise ValueError(hop("init"))

    def __enter__(self):
        raise ValueError(hop("enter"))

    def __exit__(self, *info):
        print("wrong")

    def __next__(self):
        raise ValueError(hop("next"))

    def __iter__(self):
        return self


def enters():
    with Thing(False):
        print("wrong")


def loops():
    for x in Thing(False):
        print("wrong", x)


def body():
    class Made:
        x = hop("body")
        raise ValueError(x)

    return Made


for function in (lambda: Thing(True), enters, loops, body):
    try:
        function()
    except ValueError:
        print(traceback.format_exc())
