# refused: 1
# axes: process
# hops: 2
# warnings.warn with a showwarning of the program's own that hops.
import warnings

from hop import hop


def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, message, hop("shown"))


def work():
    warnings.warn("careful")
    return "after"


warnings.simplefilter("always")
warnings.showwarning = show
print(work())
print(hop("end"))
