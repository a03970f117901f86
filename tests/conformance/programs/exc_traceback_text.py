# axes: process dump
# traceback.format_exc() shows the original lines of frames that moved.
import traceback

from hop import hop


def inner(x):
    y = hop(x)
    return y / 0  # the line to be seen


def outer(x):
    return 1 + inner(
        x
    )


try:
    outer(5)
except ZeroDivisionError:
    print(traceback.format_exc())
