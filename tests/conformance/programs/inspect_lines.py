# hops: 2
# Line numbers that frames tell about themselves and their callers.
import inspect
import sys

from hop import hop


def inner():
    before = inspect.currentframe().f_lineno
    hop()
    frame = inspect.currentframe()
    after = frame.f_lineno
    return before, after, frame.f_back.f_lineno, frame.f_back.f_back.f_lineno


def outer():
    value = [
        1,
        inner(),
    ]
    return value, sys._getframe().f_lineno


print(outer(), hop(0), inspect.currentframe().f_lineno)
