# refused: 3.8-3.12 2, 3.13-3.15 4
# axes: process
# hops: 6
# The result of a comparison is an object of its own, whose truth is asked for: a hop in either.
from hop import hop


class Answer:
    def __init__(self, truth):
        self.truth = truth

    def __bool__(self):
        return hop(self.truth)


class N:
    def __gt__(self, other):
        return Answer(other == 1)

    def __contains__(self, item):
        return hop(Answer(item))


def work(n):
    yes = "yes" if n > 1 else "no"
    if n > 2:
        yes += " wrong"
    return yes, True in n


print(work(N()))
print(type(N() > 5).__name__, False not in N())
