# refused: 3
# axes: process
# hops: 3
# What a program handles is as it was after a hop that is refused: tracebacks, context, and what frames hold.
import socket
import sys
import traceback

from hop import hop


def fail(text):
    raise LookupError(text)


def work():
    held = socket.socket()
    try:
        fail("first")
    except LookupError as error:
        hop()
        print(len(traceback.extract_tb(error.__traceback__)), sys.exc_info()[1] is error)
        try:
            fail("second")
        except LookupError as second:
            hop()
            print(len(traceback.extract_tb(second.__traceback__)), second.__context__ is error)
        print(len(traceback.extract_tb(error.__traceback__)))
        lines = traceback.format_exc().splitlines()
    sorted([1], key=hop)
    held.close()
    return lines[0], lines[-1], len(lines) > 4


print(work())
