# refused: 2
# axes: process
# requires: 3.12
# hops: 2
# Callbacks of sys.monitoring that hop, at a start and at a line; the monitoring goes on.
import sys

from hop import hop

monitoring, seen = sys.monitoring, []


def start(code, offset):
    if code is work.__code__:
        seen.append("start")
        hop()


def line(code, number):
    if code is work.__code__:
        seen.append(number - code.co_firstlineno)
        if len(seen) == 3:
            hop()


def work():
    total = 1
    total += 1
    return total


monitoring.use_tool_id(3, "conformance")
monitoring.register_callback(3, monitoring.events.PY_START, start)
monitoring.register_callback(3, monitoring.events.LINE, line)
monitoring.set_local_events(3, work.__code__, monitoring.events.PY_START | monitoring.events.LINE)
print(work(), seen, monitoring.get_tool(3))
