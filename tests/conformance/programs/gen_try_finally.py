# Suspended in try, in finally and in a handler; throw and close after the hop.
import sys

from hop import hop

log = []


def in_try(name):
    try:
        yield "try"
    except ValueError as error:
        log.append("%s caught %s" % (name, error))
        yield "handler"
    finally:
        log.append(name + " finally")


def in_handler():
    try:
        raise KeyError("kept")
    except KeyError:
        yield "handling"
        log.append(repr(sys.exc_info()[1]))
        raise


def in_finally():
    try:
        raise LookupError("on its way")
    finally:
        yield "in finally"
        log.append("leaving finally")


thrown, closed, handler, final = in_try("thrown"), in_try("closed"), in_handler(), in_finally()
for generator in (thrown, closed, handler, final):
    print(next(generator))
hop()
print(thrown.throw(ValueError("v")))
print(next(thrown, "end"))
closed.close()
for generator in (handler, final):
    try:
        next(generator)
    except LookupError as error:
        log.append(repr(error))
print(log, sys.exc_info())
