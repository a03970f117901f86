# axes: process
# hops: 6
# Decorators: evaluated, applied, with arguments, several, on methods and classes.
from hop import hop


def plain(function):
    function.marks = getattr(function, "marks", ()) + (hop("plain"),)
    return function


def with_argument(argument):
    hop()

    def decorate(function):
        function.marks = getattr(function, "marks", ()) + (hop(argument),)
        return function

    return decorate


class Decorator:
    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = hop("%s.%s" % (owner.__name__, name))


@plain
@with_argument("argument")
def function(x=hop("default")):
    return x


@plain
class Made:
    @Decorator
    def method(self):
        """Not called."""


print(function.marks, function(), Made.marks, Made.method.name, Made.method.function.__name__)
