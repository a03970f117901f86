# hops: 2
# The frames of a traceback after the hop: names, lines, locals, and the object's identity.
import sys

from hop import hop


def inner(x):
    local = [x]
    raise KeyError(local)


def middle(x):
    other = hop(x + 1)
    return inner(other)


def outer():
    try:
        middle(1)
    except KeyError as error:
        kept = error
        hop()
        return kept, kept is sys.exc_info()[1]


error, same = outer()
trace = error.__traceback__
while trace:
    frame = trace.tb_frame
    line = trace.tb_lineno - frame.f_code.co_firstlineno
    shown = sorted((k, v) for k, v in frame.f_locals.items() if isinstance(v, (int, list)))
    print(frame.f_code.co_name, line, shown if frame.f_code.co_name != "outer" else "")
    trace = trace.tb_next
print(error, same)
