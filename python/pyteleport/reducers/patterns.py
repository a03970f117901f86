"""Knows matches of regular expressions, and the scanners behind `finditer`: found again over there by the same search.

Must not know how `re` works: what is found again here must be equal to the match, else it is refused.
"""

from __future__ import annotations

import struct

from ..arrival import patterns
from .fields import memory, referred
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Tuple


def match(pickler: Any, found: Any) -> Any:
    pattern, text, start, end = found.re, found.string, found.pos, found.endpos
    for way in ("search", "match", "fullmatch"):
        if _equal(getattr(pattern, way)(text, start, end), found):
            return patterns.match, (pattern, text, start, end, way)
    for number, other in enumerate(pattern.finditer(text, start, end)):
        if _equal(other, found):
            return patterns.match, (pattern, text, start, end, number)
        if other.start() > found.start():
            break
    raise Refusal("the text has changed since the match", "keep what it says instead of the match")


def _equal(one: Any, other: Any) -> bool:
    return one is not None and (one.regs, one.lastindex) == (other.regs, other.lastindex)


#: Of a scanner: its pattern, then `SRE_STATE`: ptr, beginning, start, end, string, a Py_buffer, pos, endpos (Modules/_sre/sre.h).
_STATE = "@PPPPPP80xnn"


def scanner(pickler: Any, thing: Any) -> Any:
    pattern = thing.pattern
    state = _state(thing)
    text = referred(state[5])
    start, end = state[6:8]
    return patterns.scanner, (pattern, text, start, end, _steps(pattern, text, start, end, thing))


def _state(thing: Any) -> Tuple[Any, ...]:
    return struct.unpack(_STATE, memory(id(thing) + object.__basicsize__, struct.calcsize(_STATE)))


def _steps(pattern: Any, text: Any, start: int, end: int, thing: Any) -> int:
    """After how many searches a new scanner stands where this one does."""
    wanted = _state(thing)[1:4]
    whole = _whole(thing)
    other = pattern.scanner(text, start, end)
    likely: List[Tuple[int, int]] = []
    count = 0
    while True:
        if _state(other)[1:4] == wanted:
            likely.append((sum(a != b for a, b in zip(_whole(other), whole)), count))
        elif likely:
            break
        count += 1
        if other.search() is None:
            if not wanted[2]:
                likely.append((0, count))
            break
    if not likely:
        raise Refusal("where this scanner is can't be found", "use a list of the matches instead")
    return min(likely)[1]


def _whole(thing: Any) -> List[int]:
    size = type(thing).__basicsize__ - object.__basicsize__
    return list(struct.unpack("@%di" % (size // 4), memory(id(thing) + object.__basicsize__, size // 4 * 4)))
