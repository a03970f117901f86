# Large integers, floats at the edges, complex numbers and constants of every kind.
import math

from hop import hop


def work(x=10 ** 400, y=float("inf"), z=1e-320, c=3 - 4j, e=...):
    t = (1, (2.5, "s", b"b", None, True), frozenset([7]))
    hop()
    return x % 10 ** 9 + 7, y, z, c, e is ..., t, -0.0, math.copysign(1, -0.0)


print(work())
