# hops: 1
# What sys.unraisablehook was given is kept, with its type, which has no public name.
import sys

from hop import hop


class Ends:
    def __del__(self):
        raise LookupError("in __del__")


met = []
usual, sys.unraisablehook = sys.unraisablehook, met.append
Ends()
sys.unraisablehook = usual
kind = type(met[0])
hop()
print(len(met), kind is type(met[0]), kind.__name__, repr(met[0].exc_value), met[0].exc_type)
print(met[0].exc_traceback.tb_frame.f_code.co_name, len(met[0]))
