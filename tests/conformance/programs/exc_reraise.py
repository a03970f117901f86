# axes: process dump
# hops: 6
# raise, raise error and raise from in handlers after a hop: the lines which each traceback has.
import traceback

from hop import hop


def fails():
    raise LookupError("fails")


def bare():
    try:
        fails()
    except LookupError:
        hop()
        raise


def named():
    try:
        bare()
    except LookupError as error:
        hop()
        raise error


def with_traceback():
    try:
        named()
    except LookupError as error:
        hop()
        raise error.with_traceback(None)


for function in (bare, named, with_traceback):
    try:
        function()
    except LookupError:
        print(traceback.format_exc())
