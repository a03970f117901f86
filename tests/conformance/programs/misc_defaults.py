# axes: process
# hops: 6
# Defaults of functions and lambdas, in order, computed once.
from hop import hop


class Thing:
    @property
    def default(self):
        return hop(["default"])


def work(thing):
    def inner(a=thing.default, *, b=hop("b")):
        return a, b

    made = [lambda x=i, y=hop(i): (x, y) for i in range(2)]
    return inner() + inner(b=1), inner()[0] is inner()[0], [f() for f in made], (lambda *, k=hop(3): k)()


print(work(Thing()), hop("end"))
