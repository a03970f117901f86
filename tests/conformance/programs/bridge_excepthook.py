# refused: 1
# axes: process
# hops: 1
# sys.excepthook that hops.
import sys

from hop import hop


def hook(kind, error, trace):
    hop()
    print(kind.__name__, error, trace.tb_frame.f_code.co_name, trace.tb_next.tb_frame.f_code.co_name)


def work():
    raise LookupError("nobody catches this")


sys.excepthook = hook
work()
