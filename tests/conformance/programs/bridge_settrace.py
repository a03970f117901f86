# axes: process
# hops: 3
# A trace function that hops at a call, a line and a return; the trace goes on.
import sys

from hop import hop

seen = []


def trace(frame, event, arg):
    if frame.f_code.co_name not in ("work", "step"):
        return None
    seen.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, arg))
    if len(seen) in (1, 4, 7):
        hop()
    return trace


def step(x):
    y = x + 1
    return y


def work():
    total = step(1)
    for i in range(2):
        total += i
    return total


sys.settrace(trace)
result = work()
sys.settrace(None)
for each in seen:
    print(*each)
print(result)
