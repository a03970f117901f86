# axes: process
# hops: 5
# f-strings with nested specifications, =, calls, and an f-string inside.
from hop import hop


class Shown:
    def __format__(self, spec):
        return hop("[%s]" % spec)

    def __repr__(self):
        return hop("shown")


def work(shown, width):
    first = f"{shown:{width}.{f'{width + 1}'}}" + f"{shown=}"
    second = f"{5:{hop(width)}}|{'text':>{hop(8)}}|{shown:%Y-%m}"
    return first, second


print(work(Shown(), 4))
