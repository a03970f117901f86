"""Knows how a match, or a scanner in the middle of a text, is found again.

Must not know why that way was chosen; standard library only, every version.
"""

from __future__ import annotations

from itertools import islice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Union


def match(pattern: Any, text: Any, start: int, end: int, way: Union[str, int]) -> Any:
    if isinstance(way, str):
        return getattr(pattern, way)(text, start, end)
    return next(islice(pattern.finditer(text, start, end), way, None))


def scanner(pattern: Any, text: Any, start: int, end: int, steps: int) -> Any:
    made = pattern.scanner(text, start, end)
    for _ in range(steps):
        made.search()
    return made
