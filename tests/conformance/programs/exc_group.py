# requires: 3.11
# hops: 3
# except* with hops in its handlers and a group left over.
from hop import hop


def attempt():
    out = []
    try:
        try:
            raise ExceptionGroup("many", [ValueError(1), KeyError(2), OSError(3)])
        except* ValueError as group:
            hop()
            out.append(repr(group.exceptions))
        except* KeyError as group:
            out.append(repr(hop(group).exceptions))
        else:
            out.append("else")
        finally:
            hop()
    except ExceptionGroup as rest:
        out.append(repr(rest.exceptions))
    return out


print(attempt())
