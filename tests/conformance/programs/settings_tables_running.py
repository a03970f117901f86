# axes: process dump
# hops: 2
# A function of the standard library has found something in a table of its module, and takes it from there after a hop.
import linecache
import os
import sys

from hop import hop


def tracing(frame, event, argument):
    return in_lines if frame.f_code.co_name == "getlines" else None


def in_lines(frame, event, argument):
    if frame.f_lineno <= frame.f_code.co_firstlineno + 4:
        return in_lines
    sys.settrace(None)
    hop()
    return None


def work():
    length = len(linecache.getline(os.__file__, 1))
    for line in (1, 2):
        sys.settrace(tracing)
        text = linecache.getline(os.__file__, line)
        sys.settrace(None)
        print(len(text), len(text) == length, "absent" in linecache.cache)


work()
