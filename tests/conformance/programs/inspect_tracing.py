# sys.settrace after the hop sees the lines of the original code.
import sys

from hop import hop

seen = []


def trace(frame, event, arg):
    if frame.f_code is not work_code and frame.f_code.co_name == "step":
        seen.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return trace


def step(x):
    y = x + 1
    return y


def work():
    hop()
    sys.settrace(trace)
    value = step(1)
    sys.settrace(None)
    return value


work_code = work.__code__
print(work(), seen)
