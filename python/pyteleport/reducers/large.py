"""Knows how large buffers come into a pickle without being copied: pickle writes all else, and leaves a gap for each.

Must not know what the buffers belong to.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, List, Tuple

#: How many bytes are worth it.
LARGE = 1 << 20
_FRAME = b"\x95"  # with the length of what follows: pickle reads ahead so far


class Gaps:
    """The buffers that a pickler leaves out, given to it as `buffer_callback`. `chunks`: where it writes to, a frame at a time."""

    def __init__(self) -> None:
        self.chunks: List[Any] = []
        self.found: List[Tuple[int, memoryview]] = []

    def __call__(self, buffer: Any) -> bool:
        """Whether pickle is to write `buffer` itself."""
        try:
            raw: memoryview = buffer.raw()
        except BufferError:
            return True
        if raw.nbytes < LARGE:
            return True
        self.found.append((len(self.chunks), raw))
        return False

    def filled(self) -> List[Any]:
        """All that was written, with the buffers in their gaps."""
        if not self.found:
            return self.chunks
        made: List[Any] = []
        buffers = iter(self.found)
        places = {place for place, _ in self.found}
        for place, chunk in enumerate(self.chunks):
            if place in places:
                made += _fill(bytes(chunk), buffers)
            else:
                made.append(chunk)
        return made


def _fill(chunk: bytes, buffers: Iterator[Tuple[int, memoryview]]) -> Iterator[Any]:
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
        _, raw = next(buffers)
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
