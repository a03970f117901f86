# A generator that refers to itself, and one that holds the other.
from hop import hop


def selfish():
    me = yield "ready"
    yield me
    yield "bye"


def holder(other):
    for item in other:
        yield [item]


one = selfish()
next(one)
one.send(one)
outer_source = iter([1, 2, 3])
two = holder(outer_source)
next(two)
hop()
print(next(one), next(two), next(outer_source), list(two))
