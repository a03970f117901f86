"""The same stack as `ours_frames.py`, captured and morphed by pyteleport 0.3.x."""

import json
import sys
import time

from pyteleport.teleport import iter_morph_pyc

results = {}


def nested(depth, label, factor):
    pair = [label, depth]
    if depth == 0:
        return measure()
    return nested(depth - 1, label, factor) + len(pair)


def measure():
    times = []
    for _ in range(3):
        start = time.perf_counter()
        for _ in iter_morph_pyc():
            times.append(time.perf_counter() - start)
    results["first"], results["again"] = times[0], min(times[1:])
    return 0


nested(int(sys.argv[1]) - 2, "a", 2)
print(json.dumps(results))
