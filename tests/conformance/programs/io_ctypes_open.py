# hops: 3
# What C libraries keep open for themselves does not heap up from hop to hop.
import ctypes
import os

from hop import hop


def opened_by_libffi():
    links = []
    for number in range(3, 64):
        try:
            links.append(os.readlink("/proc/self/fd/%d" % number))
        except OSError:
            pass
    return sum("libffi" in link for link in links)


def call():
    return ctypes.CFUNCTYPE(ctypes.c_int)(lambda: 7)()


small = [3, 4, 5]
counts = []
for _ in range(3):
    small.append(call())
    hop()
    counts.append(opened_by_libffi())
print(small, max(counts) <= 1)
