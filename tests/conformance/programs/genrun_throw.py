# axes: process
# hops: 4
# A generator that runs under throw(): it handles the exception, raises another, or lets it pass after a hop.
import sys

from hop import hop


def handles():
    while True:
        try:
            yield "waits"
        except ValueError as error:
            hop()
            yield "handled %s" % error, sys.exc_info()[1] is error
        except KeyError:
            hop()
            raise
        except TypeError as error:
            raise RuntimeError(hop("instead")) from error
        finally:
            print("finally")


def work(generator, error):
    next(generator)
    try:
        return generator.throw(error), generator.send(None)
    except Exception as raised:
        return repr(raised), repr(raised.__cause__), repr(raised.__context__)


print(work(handles(), ValueError("v")))
print(work(handles(), KeyError("k")))
print(work(handles(), TypeError("t")))


def ends():
    try:
        yield
    except OSError:
        return hop("ended")


e = ends()
next(e)
try:
    e.throw(OSError)
except StopIteration as stop:
    print(stop.value)
