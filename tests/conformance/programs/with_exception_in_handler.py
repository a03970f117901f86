# with inside except inside with: all three are left in order after the hop.
import sys

from hop import hop


class Note:
    def __init__(self, log, name):
        self.log, self.name = log, name

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.log.append((self.name, repr(value), repr(sys.exc_info()[1])))


def attempt(log):
    with Note(log, "outer"):
        try:
            raise KeyError("first")
        except KeyError:
            with Note(log, "inner"):
                hop()
            log.append(repr(sys.exc_info()[1]))
        log.append(repr(sys.exc_info()[1]))
    return log


print(attempt([]))
