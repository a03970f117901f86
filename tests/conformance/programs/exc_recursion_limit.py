# axes: process
# A recursion without end after the hop still ends in RecursionError, and the program goes on.
import sys

from hop import hop


def endless(n):
    return endless(n + 1)


def work():
    sys.setrecursionlimit(500)
    hop()
    try:
        endless(0)
    except RecursionError as error:
        return str(error).startswith("maximum recursion depth exceeded"), sys.getrecursionlimit()


print(work())
