# hops: 4
# axes: process dump
# Exceptions that leave running generators: their tracebacks, and StopIteration that becomes RuntimeError.
import traceback

from hop import hop


def fails():
    yield 1
    hop()
    yield 1 / 0


def passes():
    yield from fails()


def stops():
    yield hop(1)
    raise StopIteration("inside")


def work(generator):
    for value in generator:
        print("got", value)


for make in (fails, passes, stops):
    try:
        work(make())
    except (ZeroDivisionError, RuntimeError):
        print(traceback.format_exc())
f = fails()
next(f)
try:
    next(f)
except ZeroDivisionError as error:
    print(error, f.gi_frame, next(f, "over"), error.__traceback__.tb_next.tb_lineno)
