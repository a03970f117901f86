"""An array of 1 GiB written into a file by `dump`, beside a copy in memory and a plain write; prints seconds, and the peak of memory beyond the array."""

import json
import os
import sys
import tempfile
import time

import numpy

import pyteleport


def peak():
    with open("/proc/self/status") as lines:
        return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM:"))


def reset():
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")


def seconds(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def written(write):
    path = os.path.join(place, "array")
    if os.path.exists(path):
        os.unlink(path)
    with open(path, "wb", 0) as file:
        return seconds(lambda: write(file))


def plainly(file):
    view = memoryview(array).cast("B")
    done = 0
    while done < len(view):
        done += file.write(view[done:])


place = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp(dir="/dev/shm")
array = numpy.arange(1 << 27, dtype=numpy.int64)
kept = [numpy.full_like(array, 1)]
figures = {"copy": seconds(lambda: numpy.copyto(kept[0], array))}
kept.clear()
figures["write"] = written(plainly)
pyteleport.dumps(array[:5])
reset()
before = peak()
figures["object"] = written(lambda file: pyteleport.dump(array, file))
figures["object_peak"] = peak() - before
with open(os.path.join(place, "array"), "rb") as file:
    assert (pyteleport.load(file)[-1] == array[-1]).all()
os.unlink(os.path.join(place, "array"))
reset()
before = peak()
figures["program"] = seconds(lambda: pyteleport.dump(os.path.join(place, "array")))
figures["program_peak"] = peak() - before
os.unlink(os.path.join(place, "array"))
if len(sys.argv) == 1:
    os.rmdir(place)
print(json.dumps(figures))
