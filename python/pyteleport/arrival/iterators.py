"""Knows how iterators and caches of C are made again where no pickle of theirs exists.

Must not know generators; standard library only, every version.
"""

from __future__ import annotations

import functools
import itertools

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple


def chain(held: Tuple[Any, ...]) -> Any:
    """A chain from what it held: the iterator of those to come, and the one it is in, if any."""
    if not held:
        return itertools.chain()
    if len(held) == 1:
        return itertools.chain.from_iterable(held[0])
    return itertools.chain.from_iterable(itertools.chain((held[1],), held[0]))


def cache(function: Any, maximum: Optional[int], typed: bool) -> Any:
    return functools.lru_cache(maximum, typed)(function)


def of_dict(mapping: Any, view: str, backward: bool, passed: int) -> Any:
    """An iterator over a view of `mapping` that has passed that many items already."""
    found = getattr(mapping, view)()
    iterator = reversed(found) if backward else iter(found)
    for _ in range(passed):
        next(iterator)
    return iterator
