# axes: process
# hops: 5
# A generator that runs under next(), with and without default, and its return value.
from hop import hop


def numbers(a, *rest, key="k"):
    hop()
    yield a, rest, key
    got = yield hop("second")
    yield got
    hop()
    return "result"


def work(generator):
    out = [next(generator), next(generator), next(generator, "not used")]
    try:
        next(generator)
    except StopIteration as stop:
        out.append(stop.value)
    out.append(next(generator, "over"))
    return out


print(work(numbers(1, 2, 3)))
n = numbers(0)
print(next(n) + ("top",))
n.close()
print(n.gi_frame, hop("end"))
