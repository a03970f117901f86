# refused: 2
# axes: process
# hops: 6
# Both methods give NotImplemented: the TypeError and its text.
from hop import hop


class Left:
    def __add__(self, other):
        return hop(NotImplemented)

    def __mul__(self, other):
        return hop(NotImplemented)

    __imul__ = __mul__


class Right:
    def __radd__(self, other):
        return hop(NotImplemented)


def attempt(function):
    try:
        print("?", function())
    except TypeError as error:
        print(error)


def inplace():
    left = Left()
    left *= 3
    return left


attempt(lambda: Left() + 1)
attempt(lambda: 1 + Right())
attempt(lambda: Left() + Right())
attempt(inplace)
