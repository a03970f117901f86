# axes: process
# Tracebacks in variables are those of the exceptions, their frames the program's own, and parts of one another.
import sys
import traceback

from hop import hop


def fail():
    raise OSError("first")


def caught():
    try:
        fail()
    except OSError as error:
        return error.__traceback__


def work():
    kept = caught()
    try:
        raise IndexError("second").with_traceback(kept)
    except IndexError as error:
        trace, inner = sys.exc_info()[2], error.__traceback__.tb_next
        hop()
        print(inner is kept, trace is error.__traceback__, trace.tb_next is kept)
        print(trace.tb_frame is sys._getframe(), kept.tb_frame.f_code.co_name, trace.tb_lineno, kept.tb_lineno)
        print([entry[:3] for entry in traceback.extract_tb(trace)])


work()
