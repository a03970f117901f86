# requires: 3.11
# axes: process dump
# hops: 2
# The traceback of a group which was made while the program hopped.
import traceback

from hop import hop


def fails(x):
    hop()
    raise ValueError(x)


def collect():
    errors = []
    for x in range(2):
        try:
            fails(x)
        except ValueError as error:
            error.add_note("note %d" % x)
            errors.append(error)
    raise ExceptionGroup("collected", errors)


try:
    try:
        collect()
    except* KeyError:
        print("wrong")
except ExceptionGroup:
    print(traceback.format_exc())
