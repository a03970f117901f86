# axes: process dump
# An exception that nobody catches: its text and the exit status are as if nothing had happened.
import atexit

from hop import hop


def work():
    hop()
    raise RuntimeError("nobody catches this")


atexit.register(print, "atexit ran")
print("before")
work()
