# axes: process
# hops: 4
# A running generator that ends under next() in a try, in an expression, in a handler, and under send in another generator.
from hop import hop


def ends(value):
    yield "only"
    return hop(value)


def drives(generator):
    while True:
        try:
            yield generator.send(None)
        except StopIteration as stop:
            yield "ended", stop.value
            return


def work():
    out = []
    one = ends("one")
    next(one)
    try:
        out.append((next(one), "wrong"))
    except StopIteration as stop:
        out.append(stop.value)
        two = ends("two")
        next(two)
        out.append([next(two, "default"), stop.value])
    for value in drives(ends("three")):
        out.append(value)
    return out


def late():
    four = ends("four")
    next(four)
    yield next(four)


print(work())
try:
    for x in late():
        print("wrong", x)
except RuntimeError as error:
    print(error, repr(error.__cause__))
