# axes: process
# requires: 3.11
# hops: 4
# Nested groups, split by type, with notes; a naked exception; else and finally.
from hop import hop


def attempt(make):
    out = []
    try:
        try:
            make()
        except* KeyError as group:
            group.add_note(hop("noted"))
            out.append((type(group).__name__, len(group.exceptions), group.__notes__))
        else:
            out.append(hop("else"))
        finally:
            out.append("finally")
    except BaseException as rest:
        out.append(repr(rest))
    return out


def nested():
    inner = ExceptionGroup("inner", [KeyError(1), ValueError(2)])
    raise BaseExceptionGroup("outer", [KeyError(3), inner, KeyboardInterrupt()])


def naked():
    raise KeyError("naked")


print(attempt(nested))
print(attempt(naked))
print(attempt(lambda: hop()))
