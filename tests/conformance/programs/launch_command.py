# launch: command
# axes: process dump
# Started with -c.
import sys

from hop import hop


def work(x):
    hop()
    return x + 1


print(work(1), sys.argv, "__file__" in globals())
