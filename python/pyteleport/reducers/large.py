"""Knows how large buffers come into a pickle without being copied: pickle writes all else, and leaves a gap for each.

Must not know what the buffers belong to.
"""

from __future__ import annotations

from io import BytesIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, List, Set, Tuple

#: How many bytes are worth it.
LARGE = 1 << 20
_FRAME = b"\x95"  # with the length of what follows: pickle reads ahead so far


class Pieces:
    """A file that keeps what a pickler writes to it: frames one after the other in one piece, large payloads each as it is.

    Its `leave_out` is a `buffer_callback`: the buffers that it takes come back in their places.
    """

    def __init__(self) -> None:
        self._done: List[Any] = []
        self._current = BytesIO()
        self._buffers: List[memoryview] = []
        self._with_gaps: Set[int] = set()
        self._has_gap = False

    def leave_out(self, buffer: Any) -> bool:
        """Whether pickle is to write `buffer` itself."""
        try:
            raw: memoryview = buffer.raw()
        except BufferError:
            return True
        if raw.nbytes < LARGE:
            return True
        self._buffers.append(raw)
        self._has_gap = True  # in the frame that is written next
        return False

    def write(self, data: Any) -> None:
        if not self._has_gap and type(data) is bytes and len(data) < LARGE:
            self._current.write(data)
            return
        self._end_piece()
        if self._has_gap:
            self._with_gaps.add(len(self._done))
            self._has_gap = False
        self._done.append(data)

    def _end_piece(self) -> None:
        if self._current.tell():
            self._done.append(self._current.getvalue())
            self._current = BytesIO()

    def all(self) -> List[Any]:
        """All that was written, with the buffers in their gaps."""
        self._end_piece()
        buffers = iter(self._buffers)
        made: List[Any] = []
        for place, piece in enumerate(self._done):
            if place in self._with_gaps:
                made += _fill(bytes(piece), buffers)
            else:
                made.append(piece)
        return made


def _fill(chunk: bytes, buffers: Iterator[memoryview]) -> Iterator[Any]:
    start, end, is_framed, gaps = 0, len(chunk), False, []
    for name, _, place in _operations(chunk):
        if name == "FRAME":
            start, is_framed = place + 9, True
        elif name == "NEXT_BUFFER":
            gaps.append(place)
    if is_framed:
        yield chunk[: start - 9]
    for gap in gaps:
        yield from _piece(chunk[start:gap], is_framed)
        raw = next(buffers)
        # Both say how long they are in 8 bytes: what can't be changed is bytes, what can is a bytearray.
        yield (b"\x8e" if raw.readonly else b"\x96") + raw.nbytes.to_bytes(8, "little")
        yield raw
        start = gap + (2 if chunk[gap + 1 : gap + 2] == b"\x98" else 1)  # READONLY_BUFFER
    yield from _piece(chunk[start:end], is_framed)


def _piece(data: bytes, is_framed: bool) -> Iterator[bytes]:
    if data:
        yield _FRAME + len(data).to_bytes(8, "little") + data if is_framed else data


def _operations(chunk: bytes) -> Iterator[Tuple[str, Any, int]]:
    from pickletools import genops

    try:
        for operation, argument, place in genops(chunk):
            yield operation.name, argument, place or 0
    except ValueError:
        return  # a chunk ends where it ends
