# hops: 2
# Exit callbacks that hop: those registered before still run, afterwards.
import atexit

from hop import hop


@atexit.register
def last():
    print("last", hop("runs last"))


@atexit.register
def second():
    print("second", kept)


atexit.register(lambda *args: print("first", hop(args)), 1, 2)
kept = ["kept"]
print("end of the program")
