"""The same stack as `ours_frames.py`, captured and morphed by pyteleport 0.3.x."""

import json
import sys
import time

from pyteleport.teleport import iter_morph_pyc


def nested(depth, label, factor):
    pair = [label, depth]
    if depth == 0:
        return sample()
    return nested(depth - 1, label, factor) + len(pair)


def sample():
    """Capture from the frame that calls this one, as often as it takes."""
    times = []
    for _ in range(10):
        start = time.perf_counter()
        next(iter_morph_pyc(_skip=3))
        times.append(time.perf_counter() - start)
    print(json.dumps({"first": times[0], "again": min(times[1:])}))
    return 0


count = int(sys.argv[1])
if count == 1:
    sample()
else:
    nested(count - 2, "a", 2)
