# refused: 3.9-3.12 1
# axes: process
# hops: 5
# functools.partial around functions, classes, methods and other partials.
import functools

from hop import hop


def show(*args, **kwargs):
    return hop((args, kwargs))


class Made:
    method = functools.partialmethod(lambda self, *args: hop((self.name, args)), "bound")

    def __init__(self, name, extra=None):
        self.name, self.extra = name, hop(extra)


def work():
    one = functools.partial(show, 1, k="k")
    two = functools.partial(one, 2, k="other")
    print([one(3), 0], two(4, z=5))
    return functools.partial(Made, extra=[6])("named").extra, two.args, two.keywords


print(work())
print(functools.partial(Made("m").method, 7)(8))
