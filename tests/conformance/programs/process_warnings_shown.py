# hops: 3
# A warning that has been shown for a line is not shown again, and one that is recorded is recorded over there.
import os
import platform
import sys
import warnings

from hop import hop

sys.stderr = sys.stdout
platform.node = lambda: os.uname().nodename  # its own starts a program (3.8), and so changes the filters
shown = []


def warn(text):
    warnings.warn(text, stacklevel=1)


def show(message, category, filename, lineno, file=None, line=None):
    shown.append(str(message))


def work():
    for number in range(3):
        warnings.warn("in a loop")
        if number == 1:
            hop()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        hop()
        warn("caught")
        eval("'\\d'") if sys.version_info >= (3, 12) else warn("caught too")
    print([one.category.__name__ for one in caught])
    warnings.showwarning = show
    warn("by a function")
    hop()
    warn("by a function")
    warn("once more")
    print(shown)


work()
