# hops: 3
# axes: process dump
# A class body that raises after the hop: no class, and the traceback.
import traceback

from hop import hop


def make():
    class Broken:
        before = hop(1)
        after = before / 0

    return Broken


class Meta(type):
    def __init__(cls, name, bases, namespace):
        hop()
        raise TypeError("not %s" % name)


try:
    make()
except ZeroDivisionError:
    print(traceback.format_exc())
try:

    class Refused(metaclass=Meta):
        pass

except TypeError:
    print(traceback.format_exc())
print("Refused" in globals(), hop("end"))
