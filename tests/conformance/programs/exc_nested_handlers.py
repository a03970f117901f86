# A handler in a handler: leaving the inner one brings back the outer exception.
import sys

from hop import hop


def current():
    return repr(sys.exc_info()[1])


def attempt():
    out = []
    try:
        raise ValueError("outer")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError as inner:
            hop()
            out.append(current())
            out.append(repr(inner.__context__))
        out.append(current())
    out.append(current())
    return out


print(attempt())
