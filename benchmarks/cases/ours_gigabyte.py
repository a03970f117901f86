"""One GiB of data through a shell (`bash -c`, or the words given), until the far side holds it; prints the seconds."""

import sys
import time

from pyteleport import tp_bash

data = bytearray(1 << 30)
data[-1] = 7
start = time.time()
tp_bash(
    *(sys.argv[1:] or ["bash", "-c"]),
    python=sys.executable if len(sys.argv) < 2 else "python%d.%d" % sys.version_info[:2],
)
print(time.time() - start, len(data), data[-1])
