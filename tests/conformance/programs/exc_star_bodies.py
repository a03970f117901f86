# axes: process
# requires: 3.11
# hops: 5
# except* with hops in each body: what is handled, what is left over, raised anew and replaced.
import sys

from hop import hop


def attempt(*errors):
    out = []
    try:
        try:
            raise ExceptionGroup("group", list(errors))
        except* (ValueError, TypeError) as group:
            out.append((repr(hop(group).exceptions), repr(sys.exc_info()[1])))
        except* KeyError:
            hop()
            raise
        except* OSError as group:
            hop()
            raise RuntimeError("instead") from group
    except ExceptionGroup as rest:
        out.append((rest.message, repr(rest.exceptions)))
    return out


print(attempt(ValueError(1), TypeError(2)))
print(attempt(ValueError(3), KeyError(4), IndexError(5)))
print(attempt(OSError(6), KeyError(7)))
