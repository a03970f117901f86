# hops: 2
# The same when an exception ends the program.
import sys

from hop import hop


class Thing:
    def __del__(self):
        print("gone")


def fail():
    local = Thing()
    hop(local)
    raise LookupError("in the end")


thing = Thing()
try:
    fail()
except LookupError:
    print("caught")
del thing
other = Thing()
hop()
sys.exit(3)
