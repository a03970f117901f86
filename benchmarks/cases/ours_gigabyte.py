"""One GiB of data through a command that takes a shell script, until the far side holds it; prints the seconds."""

import sys
import time

from pyteleport import tp_bash

data = bytearray(1 << 30)
data[-1] = 7
start = time.time()
tp_bash(*sys.argv[2:], python=sys.argv[1])
print(time.time() - start, len(data), data[-1])
