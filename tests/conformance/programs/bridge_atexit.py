# refused: 2
# axes: process
# hops: 2
# Exit callbacks that hop: those registered before still run, afterwards, and each runs once.
import atexit
import os

from hop import hop

ran = []


def once(name):
    """Never go on for ever from process to process where an end does not end."""
    ran.append(name)
    if ran.count(name) > 1:
        os._exit(3)


@atexit.register
def last():
    once("last")
    print("last", hop("runs last"))


@atexit.register
def second():
    print("second", kept)


@atexit.register
def first():
    once("first")
    print("first", hop(len(ran)))


kept = ["kept"]
print("end of the program")
