"""Knows how iterators and caches of C are made again where no pickle of theirs exists.

Must not know generators; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def of_changed_dict(mapping: Any, view: str, backward: bool) -> Any:
    """An iterator over a view of `mapping`, which has changed its size since, so that going on raises an error."""
    passing = object()
    dict.__setitem__(mapping, passing, None)
    iterator = of_dict(mapping, view, backward, 0)
    dict.__delitem__(mapping, passing)
    return iterator


def of_dict(mapping: Any, view: str, backward: bool, passed: int) -> Any:
    """An iterator over a view of `mapping` that has passed that many items already."""
    found = getattr(mapping, view)()
    iterator = reversed(found) if backward else iter(found)
    for _ in range(passed):
        next(iterator, None)
    return iterator
