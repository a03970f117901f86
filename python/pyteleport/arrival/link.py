"""Knows how the far side reads and writes the link: exact reads, frames, and a snapshot that is unpickled while it arrives.

Must not know what the frames mean, nor what a snapshot holds. `Sources/Link/Frame.swift` names the same frames.
"""

from __future__ import annotations

import io
import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

__all__ = [
    "MAGIC",
    "LinkClosed",
    "Reader",
    "read_buffer",
    "read_exactly",
    "read_frame",
    "read_into",
    "read_snapshot",
    "skip_head",
    "widen",
    "write_all",
    "write_frame",
]

MAGIC = b"PYTELEPORT\x01"

# Near to far, before the handover.
STAGE, BUNDLE, FILE, NEEDS, SNAPSHOT, GO = b"S", b"B", b"F", b"N", b"D", b"G"
# Far to near, before the handover.
OK, LACKS, ERROR, READY, RUNNING = b"k", b"l", b"x", b"r", b"u"
# Near to far, while the program runs.
STDIN, SIGNAL, WINDOW, STDOUT_SHUT, STDERR_SHUT = b"I", b"K", b"W", b"o", b"e"
# Far to near, while the program runs.
STDOUT, STDERR, CREDIT, STOPPED, EXIT = b"O", b"E", b"C", b"Z", b"X"

LARGE = 1 << 26
"""How many bytes one object must have for its memory to be prepared while it is read."""

STDIN_WINDOW = 1 << 18
"""How many bytes of stdin may be under way before the far side has said that it has passed them on."""


class LinkClosed(Exception):
    """The other side has closed the link."""


def read_into(fd: int, view: memoryview) -> None:
    """Fill `view` from `fd`; raise `LinkClosed` if the link ends before."""
    done = 0
    while done < len(view):
        count = os.readv(fd, [view[done:]])
        if not count:
            raise LinkClosed
        done += count


def read_exactly(fd: int, count: int) -> bytes:
    """Return the next `count` bytes; raise `LinkClosed` if there are fewer."""
    data = os.read(fd, count) if count else b""
    if len(data) == count:
        return data
    whole = bytearray(count)
    whole[: len(data)] = data
    if not data:
        raise LinkClosed
    read_into(fd, memoryview(whole)[len(data) :])
    return bytes(whole)


def read_frame(fd: int) -> Tuple[bytes, bytes]:
    """Return type and payload of the next frame, reading not a byte more."""
    head = read_exactly(fd, 5)
    return head[:1], read_exactly(fd, int.from_bytes(head[1:], "little"))


def write_all(fd: int, data: Any) -> None:
    """Write all of a bytes-like object."""
    view = memoryview(data)
    if view.format != "B" or view.ndim != 1 or not view.contiguous:
        view = view.cast("B")
    while view:
        view = view[os.write(fd, view) :]


def write_frame(fd: int, kind: bytes, payload: bytes = b"") -> None:
    """Write one frame."""
    write_all(fd, kind + len(payload).to_bytes(4, "little") + payload)


def widen(fd: int) -> None:
    """Let the pipe `fd` hold 1 MiB, where the system has such pipes and allows it."""
    try:
        from fcntl import fcntl

        fcntl(fd, 1031, 1 << 20)  # F_SETPIPE_SZ, which `fcntl` names only since 3.10
    except (ImportError, OSError):
        pass


class Reader(io.RawIOBase):
    """The next `left` bytes of a file descriptor, as a file. An early end raises `LinkClosed`, it never looks like the end."""

    def __init__(self, fd: int, left: int) -> None:
        self._fd = fd
        self._left = left
        self._ahead: Any = None
        self._large_left = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._left:
            return 0
        if self._ahead is None and len(buffer) >= LARGE:
            from .memory import Ahead

            self._ahead, self._large_left = Ahead(buffer), len(buffer)
        count = 0
        try:
            count = os.readv(self._fd, [memoryview(buffer)[: self._left]])
        finally:
            self._large_left -= count
            if self._ahead is not None and (not count or self._large_left <= 0):
                self._ahead.finish()
                self._ahead = None
        if not count:
            raise LinkClosed
        self._left -= count
        return count


class _LargeBuffer:
    """The pickle of one bytearray, whose contents come from `fd`."""

    def __init__(self, fd: int, count: int) -> None:
        self._head = io.BytesIO(b"\x80\x05\x96" + count.to_bytes(8, "little"))
        self._contents = Reader(fd, count)

    def read(self, count: int) -> bytes:
        return self._head.read(count) or b"."

    def readline(self) -> bytes:
        return b""

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        done = 0
        while done < len(view):
            done += self._contents.readinto(view[done:])
        return done


def read_buffer(fd: int, count: int) -> bytearray:
    """Return the next `count` bytes in a bytearray; raise `LinkClosed` if there are fewer."""
    if count >= LARGE:
        from _pickle import Unpickler

        large: bytearray = Unpickler(
            _LargeBuffer(fd, count)
        ).load()  # `bytearray(count)` would write zeros all over it
        return large
    buffer = bytearray(count)
    read_into(fd, memoryview(buffer))
    return buffer


def read_snapshot(
    fd: int, length: int, manifest: Dict[str, Any]
) -> Tuple[io.BufferedReader, List[bytearray]]:
    """Read the contents of a snapshot up to its pickle.

    Args:
        fd: stands at the first byte of them.
        length: of the contents in bytes.
        manifest: says how they are divided.

    Returns:
        A file that gives the pickle, and the buffers it refers to.

    Raises:
        LinkClosed: it ended early.
        ValueError: the length is not the one that the manifest says.
    """
    if length != sum(manifest["buffers"]) + manifest["pickle"]:
        raise ValueError("the snapshot's length does not fit its parts")
    buffers = [read_buffer(fd, count) for count in manifest["buffers"]]
    return io.BufferedReader(Reader(fd, manifest["pickle"]), 1 << 20), buffers


def skip_head(fd: int) -> int:
    """Read what stands before the contents of a snapshot that was kept in a file; returns its length.

    Raises:
        LinkClosed: it ended early.
        ValueError: these bytes are not a snapshot of this format.
    """
    head = read_exactly(fd, 15)
    if head[:11] != MAGIC:
        raise ValueError("not a snapshot, or one of another format: it begins with %r" % head[:11])
    size = int.from_bytes(head[11:], "little")
    read_exactly(fd, size)
    return 15 + size
