# axes: process
# hops: 2
# What a running generator tells about itself, from inside and from its delegate, after the hop.
import inspect
import sys

from hop import hop


def inner(outer_one):
    yield "before"
    x = hop("x")
    me, outer = inners[0], outer_one[0]
    print(me.gi_running, me.gi_frame is sys._getframe(), me.gi_frame.f_lineno, me.gi_yieldfrom)
    print(outer.gi_running, inspect.getgeneratorstate(me), inspect.getgeneratorstate(outer))
    print(me.__name__, me.__qualname__, me.gi_code.co_name, x, sorted(inspect.getgeneratorlocals(me)))
    print(sys._getframe().f_code is me.gi_code, [f.function for f in inspect.stack(0)][:3])
    yield "after"


def middle(outer_one):
    one = inner(outer_one)
    inners.append(one)
    yield from one


inners, outers = [], []
outers.append(middle(outers))
for value in outers[0]:
    print(value, outers[0].gi_running, outers[0].gi_yieldfrom is inners[0])
try:

    def again():
        hop()
        yield next(itself)

    itself = again()
    next(itself)
except ValueError as error:
    print(error)
