# inspect.stack() shows the program's functions and nothing else.
import inspect

from hop import hop


def inner():
    hop()
    return [(info.function, info.lineno) for info in inspect.stack()]


def outer():
    return inner()


print(outer())
