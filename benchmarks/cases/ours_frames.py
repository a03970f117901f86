"""A stack of N frames, the module's own among them, captured: frames, morphs, pickle, and the module that they belong to.

With `all` also what lies in the process and not in frames, as each hop does: settings, handlers, the environment, patches of modules.
"""

import json
import sys
import time

from pyteleport import _capture, _process


def nested(depth, label, factor):
    pair = [label, depth]
    if depth == 0:
        return sample()
    return nested(depth - 1, label, factor) + len(pair)


def warm_up():
    _capture.capture(sys._getframe(1))


def sample():
    """Capture from the frame that calls this one, as often as it takes."""
    times = []
    for _ in range(30):
        start = time.perf_counter()
        snapshot = _capture.capture(sys._getframe(1))
        times.append(time.perf_counter() - start)
    assert len(snapshot.manifest["frames"]) == count
    print(json.dumps({"first": times[0], "again": min(times[1:])}))
    return 0


if sys.argv[2] != "all":
    _process.held = lambda collects: {}
warm_up()  # imports are not what is measured
count = int(sys.argv[1])
if count == 1:
    sample()
else:
    nested(count - 2, "a", 2)
