# axes: process
# Generators suspended in every kind of block: loops, try, finally, with, handlers, nested.
import contextlib
import sys

from hop import hop


def in_for():
    for x in [1, 2]:
        for y in "ab":
            yield x, y


def in_try():
    try:
        yield "try"
    except ValueError:
        yield "except"
    else:
        yield "else"
    finally:
        yield "finally"


def in_handler():
    try:
        raise KeyError("k")
    except KeyError:
        yield "handler"
        yield repr(sys.exc_info()[1])
    yield sys.exc_info()[1]


def in_with():
    with contextlib.suppress(ValueError) as nothing:
        yield nothing
        raise ValueError
    yield "after"


def in_finally():
    try:
        raise LookupError("passes")
    finally:
        yield "finally"


def in_expression(x):
    return [x, (yield x), {"k": (yield)}, f"{(yield 'f')}"]


made = [in_for(), in_try(), in_handler(), in_with(), in_finally(), in_expression(5)]
first = [next(generator) for generator in made]
thrown = in_try()
next(thrown), thrown.throw(ValueError)
hop()
print(first, [list(generator) for generator in made[:4]], list(thrown))
try:
    next(made[4])
except LookupError as error:
    print(error)
expression = made[5]
print(expression.send("a"), expression.send("b"))
try:
    expression.send("c")
except StopIteration as stop:
    print(stop.value)
