"""Knows what makes the sets of a program give their elements in the order in which they give them here.

Must not know elements: only where they lie. What the far side does with it is `arrival.sets`.
"""

from __future__ import annotations

from binascii import crc32

from .. import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterable, List, Optional, Tuple

    from .pickler import Pickler

#: Types whose hashes depend on the interpreter's secret, by themselves or by what they hold.
_SECRET = frozenset((str, bytes, tuple, frozenset))


def arrangements(found: Iterable[Any]) -> List[Tuple[Any, ...]]:
    """The arguments of `arrival.sets.arrange` for those sets that would be others if they were made anew from their elements."""
    arrange = _native.engine().set_arrangement
    made = []
    for one in found:
        arrangement = arrange(one)
        if arrangement is not None:
            mask, finger, places, removed, hashes = arrangement
            made.append((one, mask, finger, places, removed, crc32(hashes)))
    return made


def depend_on_secret(found: Iterable[Any]) -> bool:
    """Whether the order of one of these sets follows from hashes that other interpreters do not have."""
    return any(len(one) > 1 and not _SECRET.isdisjoint(map(type, one)) for one in found)


def noting(usual: Optional[Callable[[Pickler, Any], Any]]) -> Callable[[Pickler, Any], Any]:
    """The reducer for a subclass of set, which the pickler's native part does not take note of."""

    def reduce(pickler: Pickler, thing: Any) -> Any:
        pickler.sets.append(thing)
        return NotImplemented if usual is None else usual(pickler, thing)

    return reduce
