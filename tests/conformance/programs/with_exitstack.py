# An ExitStack with managers and callbacks waits during the hop.
import contextlib

from hop import hop

log = []


class Named:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        log.append((self.name, kind and kind.__name__))
        return self.name == "second"


with contextlib.ExitStack() as stack:
    for name in ("first", "second", "third"):
        stack.enter_context(Named(name))
    stack.callback(log.append, "callback")
    hop()
    stack.callback(log.append, "late callback")
    raise RuntimeError("for the stack")
print(log)
