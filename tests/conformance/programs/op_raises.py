# hops: 3
# axes: process dump
# An operator's method that raises after the hop: where it is caught, and the lines of the traceback.
import traceback

from hop import hop


class N:
    def __add__(self, other):
        hop()
        raise ArithmeticError("no sum of %r" % other)

    def __lt__(self, other):
        return 1 / hop(0)


def work(n):
    out = [0]
    try:
        out.append(
            n
            + 1
        )
    except ArithmeticError as error:
        out.append(str(error))
    finally:
        out.append("finally")
    return out


def inner(n):
    return n < 1


print(work(N()))
try:
    inner(N())
except ZeroDivisionError:
    print(traceback.format_exc())
try:
    print(1 + work(N()))
except TypeError as error:
    print(error)
