# axes: process
# hops: 6
# ExitStack, whose managers and callbacks hop, with and without an exception.
import contextlib

from hop import hop


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return hop(self.name)

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind and kind.__name__)
        hop()
        return self.name == "swallows"


def work():
    with contextlib.ExitStack() as stack:
        print(stack.enter_context(Manager("first")))
        stack.callback(lambda *args: print("callback", hop(args)), 1, 2)
        stack.push(lambda *info: print("pushed", info[0]))
    with contextlib.ExitStack() as stack:
        stack.enter_context(Manager("swallows"))
        raise LookupError("inside")
    return "after"


print(work(), hop("end"))
