# axes: process
# The ways of an exception into handlers and out of them, one instruction at a time when swept.
from hop import hop
import sys
class M:
    def __enter__(self): return self
    def __init__(self, swallows=False): self.swallows = swallows
    def __exit__(self, *a): return self.swallows
def g():
    for i in range(2):
        with M(True), M(False):
            raise ValueError(i)
    return [i]
print(g())
def f(n):
    try:
        try:
            with M() as m:
                raise ValueError(n)
        except KeyError:
            print("no")
        finally:
            print("finally")
    except ValueError as e:
        print("caught", e, e.__traceback__.tb_lineno, e.__context__)
        try:
            for i in range(2):
                raise TypeError(i) from e
        finally:
            print("in", sys.exc_info()[0])
try:
    f(3)
except TypeError as e:
    t = e.__traceback__
    while t: print(t.tb_lineno, t.tb_frame.f_code.co_name); t = t.tb_next
    print(e.__context__ is e.__cause__)
hop()
