# axes: process dump
# hops: 3
# __cause__, __context__ and __suppress_context__ of exceptions that are handled while the program hops.
import traceback

from hop import hop


def inner():
    try:
        {}["first"]
    except KeyError as error:
        hop()
        raise ValueError("second") from error


def middle():
    try:
        inner()
    except ValueError:
        hop()
        raise TypeError("third")


def outer():
    try:
        middle()
    except TypeError:
        hop()
        raise RuntimeError("fourth") from None


try:
    outer()
except RuntimeError as error:
    print(traceback.format_exc())
    third = error.__context__
    print(error.__cause__, error.__suppress_context__, repr(third), repr(third.__context__))
    print(repr(third.__context__.__cause__), third.__context__.__context__ is third.__context__.__cause__)
    traceback.print_exception(type(third), third, third.__traceback__, file=__import__("sys").stdout)
