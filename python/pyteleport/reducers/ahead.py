"""Knows what a reader has taken from its file ahead of the program, where the file can't be told to go back.

Must not change what it looks at: a hop may still be refused, and the program reads on here.
"""

from __future__ import annotations

import gc
import struct

from .fields import memory
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple

_WORD = struct.calcsize("n")


def of_buffered(buffered: Any) -> bytes:
    """What a `BufferedReader` or `BufferedRandom` has read and not delivered yet."""
    raw = buffered.raw
    try:
        raw.readinto = lambda memory: 0  # it may ask for more when it has nothing
    except AttributeError:
        raise Refusal(
            "what it has read ahead can't be told: nothing can be put before its %s" % type(raw).__name__,
            "read it to its end before the hop",
        ) from None
    try:
        return bytes(buffered.peek())
    finally:
        del raw.readinto


def of_text(text: Any) -> bytes:
    """What a `TextIOWrapper` has decoded, or taken in to be decoded, and not delivered yet, as it was before."""
    decoded = decoded_by(text)
    characters = "" if decoded is None else decoded[0][decoded[1] :]
    undecoded, pending_return = b"", False
    for held in gc.get_referents(text):
        if hasattr(held, "getstate") and hasattr(held, "decode"):
            undecoded, flags = held.getstate()
            # Where line ends are looked for, a "\\r" waits for what follows it (Modules/_io/textio.c, IncrementalNewlineDecoder).
            pending_return = type(held).__name__ == "IncrementalNewlineDecoder" and bool(flags & 1)
    if pending_return:
        characters += "\r"
    return characters.encode(text.encoding, text.errors) + undecoded


def decoded_by(text: Any) -> Optional[Tuple[str, int]]:
    """The characters that `text` has decoded last, and how many of them it has delivered.

    The collector visits them (`files._newline`), and in the object the count follows them: `decoded_chars`, `decoded_chars_used`.
    """
    strings = [held for held in gc.get_referents(text) if type(held) is str][1:-1]
    if not strings:
        return None
    count = type(text).__basicsize__ // _WORD
    words = struct.unpack("@%dn" % count, memory(id(text), count * _WORD))
    for place in range(1, count):
        if words[place - 1] == id(strings[-1]) and 0 <= words[place] <= len(strings[-1]):
            return strings[-1], words[place]
    return None
