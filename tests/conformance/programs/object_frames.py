# hops: 2
# Frames of the calls that are running, held in variables, cells, containers and attributes.
import inspect
import sys

from hop import hop


class Holder:
    pass


def inner(outer, holder, listed, keyed):
    own = inspect.currentframe()
    hop()
    print(outer is sys._getframe(1), own is sys._getframe(), own.f_back is outer, outer.f_code.co_name)
    print(holder.frame is outer, listed[0] is own.f_back, keyed["pair"][1] is outer, outer.f_locals["marker"])
    return own is listed[1][0] is None


def work():
    marker = "marked"
    frame = sys._getframe()
    holder, here = Holder(), [frame, (None,)]
    holder.frame = frame

    def later():
        return frame.f_code.co_name, frame.f_lineno > 0

    print(inner(frame, holder, here, {"pair": ("frame", frame)}))
    hop()
    print(later(), frame is sys._getframe(), holder.frame is frame, marker)


work()
