"""Seconds in which fresh memory is taken into use, in ordinary pages and in huge ones."""

import mmap
import sys
import time

HUGE, POPULATE = 14, 23  # MADV_HUGEPAGE, MADV_POPULATE_WRITE


def taken(count, huge):
    memory = mmap.mmap(-1, count, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    if huge:
        memory.madvise(HUGE)
    start = time.perf_counter()
    memory.madvise(POPULATE)
    seconds = time.perf_counter() - start
    memory.close()
    return seconds


size = int(sys.argv[1])
times = [(taken(size, False), taken(size, True)) for _ in range(5)]
print(min(small for small, _ in times), min(huge for _, huge in times))
