# axes: process
# hops: 5
# What running generators return: by StopIteration, by yield from, from within try, with and loops.
import contextlib

from hop import hop


def returns(how):
    yield
    try:
        if how == "try":
            return hop("tried")
        with contextlib.nullcontext("context") as value:
            if how == "with":
                return hop(value)
        for i in range(3):
            if i == 1:
                return hop(i)
    finally:
        print("left by", how)


def value_of(generator):
    next(generator)
    try:
        next(generator)
    except StopIteration as stop:
        return stop.value, stop.args


def delegates():
    return (yield from returns("try")), hop("delegated")


print(value_of(returns("try")), value_of(returns("with")), value_of(returns("for")))
print(value_of(delegates()))
