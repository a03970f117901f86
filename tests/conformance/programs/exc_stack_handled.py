# axes: process
# hops: 3
# Several exceptions are handled at once, in frames one above the other; each sees its own after the hop.
import sys

from hop import hop


def current():
    return repr(sys.exc_info()[1])


def inner(log):
    try:
        raise KeyError("inner")
    except KeyError:
        hop()
        log.append(current())
        try:
            raise OSError("nested")
        except OSError as error:
            log.append((current(), repr(hop(error).__context__)))
        log.append(current())
    log.append(current())


def outer(log):
    try:
        raise ValueError("outer")
    except ValueError as error:
        inner(log)
        log.append((current(), error is sys.exc_info()[1], hop(error.__context__)))
    log.append(current())
    return log


print(outer([]))
