"""Stacks of many frames of mixed kinds, captured: the time for each number of frames that is given."""

import json
import sys
import time

from pyteleport import _capture


class Counter:
    def __init__(self, rest):
        self.rest = rest

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def method(self, rest, *, kind="method"):
        return plain(rest - 1) + len(kind)


def plain(rest):
    if rest <= 1:
        return sample()
    for index in range(2):
        if index:
            return looping(rest - 1, "a", index)


def looping(rest, label, factor):
    values = [label * factor for _ in range(3)]
    try:
        return with_manager(rest - 1) + len(values) if rest > 1 else sample()
    finally:
        values.clear()


def with_manager(rest):
    if rest <= 1:
        return sample()
    with Counter(rest) as counter:
        return counter.method(rest - 1, kind="with")


def sample():
    times = []
    for _ in range(5):
        start = time.perf_counter()
        snapshot = _capture.capture(sys._getframe(1))
        times.append(time.perf_counter() - start)
    figures[str(len(snapshot.manifest["frames"]))] = min(times[1:])
    return 0


figures = {}
sys.setrecursionlimit(100_000)
for count in map(int, sys.argv[1:]):
    plain(count - 1)
print(json.dumps(figures))
