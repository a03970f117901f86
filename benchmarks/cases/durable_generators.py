"""livekit-durable: N nested generators pickled."""

import json
import pickle
import sys
import time

from livekit.durable import durable


@durable
def nested(depth):
    pair = ["a", depth]
    if depth:
        yield from nested(depth - 1)
    else:
        yield 1
    yield pair


depth = int(sys.argv[1]) - 1
times = []
for _ in range(50):
    outermost = nested(depth)
    next(outermost)
    start = time.perf_counter()
    pickle.dumps(outermost)
    times.append(time.perf_counter() - start)
again = []
for _ in range(50):
    start = time.perf_counter()
    pickle.dumps(outermost)
    again.append(time.perf_counter() - start)
print(json.dumps({"first": min(times), "again": min(again)}))
