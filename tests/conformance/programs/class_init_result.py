# hops: 4
# axes: process dump
# __init__ that returns something, or raises: the errors and their tracebacks.
import traceback

from hop import hop


class Returns:
    def __init__(self):
        return hop("something")


class Raises:
    def __init__(self, x):
        self.x = 1 / hop(x)


class Caught:
    def __init__(self):
        try:
            self.inner = Raises(0)
        except ZeroDivisionError as error:
            self.inner = str(error)
        self.after = hop("after")


try:
    Returns()
except TypeError as error:
    print(error)
print(sorted(vars(Caught()).items()))
try:
    Raises(0)
except ZeroDivisionError:
    print(traceback.format_exc())
