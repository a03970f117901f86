# axes: process
# hops: 5
# singledispatch and singledispatchmethod, and a hop while the type's rules are asked.
import functools

from hop import hop


@functools.singledispatch
def show(x, *more):
    return hop(("else", more))


@show.register(int)
def show_int(x, *more):
    return hop(("int", x))


@show.register(list)
def show_list(x):
    return [show(item) for item in x]


class Thing:
    @functools.singledispatchmethod
    def method(self, x):
        return hop("method else")

    @method.register(str)
    def method_str(self, x):
        return hop("method str " + x)


print(show(5), show("text", 1))
print(show([7]), Thing().method("s"), Thing().method(1.5))
