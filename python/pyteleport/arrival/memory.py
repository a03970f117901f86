"""Knows how large buffers get their memory in time: it is taken into use ahead of who fills them.

Must not know what is read into them. All of it only saves time: where it does not work, nothing is missing.
"""

from __future__ import annotations

import _thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Ahead"]

_POPULATE = 23  # MADV_POPULATE_WRITE (Linux 5.14) of <sys/mman.h>
_STEP = 1 << 25


class Ahead:
    """Takes the memory of `buffer`, which nobody has touched yet, into use from its begin on, while it is being filled.

    Else the system would clear each page at the moment in which the link's first byte for it is there. A thread does it, as the
    other side has a processor of its own or waits for this one; `finish` ends it and waits until nothing of it is left.
    Huge pages are not asked for: they take half the time where memory is at hand, but many times as long in a virtual machine
    that gives unused memory back to its host, as it does in such pieces.
    """

    def __init__(self, buffer: Any) -> None:
        self._wanted = True
        self._others = _thread._count()
        self._running = _thread.allocate_lock()
        self._running.acquire()
        try:
            _thread.start_new_thread(self._run, (buffer,))
        except RuntimeError:
            self._running.release()

    def _run(self, buffer: Any) -> None:
        try:
            self._prepare(buffer)
        except Exception:
            pass
        finally:
            self._running.release()

    def _prepare(self, buffer: Any) -> None:
        import ctypes

        advise = ctypes.CDLL(None).madvise
        advise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
        begin = ctypes.addressof((ctypes.c_char * len(buffer)).from_buffer(buffer))
        begin, end = (begin + 4095) & ~4095, (begin + len(buffer)) & ~4095
        while self._wanted and begin < end:
            if advise(begin, min(_STEP, end - begin), _POPULATE):
                break
            begin += _STEP

    def finish(self) -> None:
        self._wanted = False
        self._running.acquire()
        from time import sleep

        for _ in range(100):
            if _thread._count() <= self._others:
                break
            sleep(0.0001)  # its last steps, after it has released the lock
