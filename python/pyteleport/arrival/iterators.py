"""Knows how iterators and caches of C are made again where no pickle of theirs exists.

Must not know generators; standard library only, every version.
"""

from __future__ import annotations

from . import rebuild

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple


def of_dict(mapping: Any, view: str, backward: bool) -> Any:
    """An iterator over a view of `mapping`, which may still lack items: `place_in_dict` says where it is when all are there. A class
    stands for its dict."""
    inner = rebuild.dict_of_class(mapping) if issubclass(type(mapping), type) else mapping
    found = getattr(rebuild.mapping_base(inner), view)(inner)
    return reversed(found) if backward else iter(found)


def in_dict(mapping: Any, view: str, backward: bool, passed: Optional[int]) -> Any:
    """An iterator over a view of `mapping`, which is complete, at its place (see `place_in_dict`)."""
    iterator = of_dict(mapping, view, backward)
    place_in_dict((iterator, mapping, backward, passed))
    return iterator


def place_in_dict(*found: Tuple[Any, Any, bool, Optional[int]]) -> None:
    """Let iterators over views of dicts have passed a number of items already; None is for a dict that has changed its size since, so
    that going on raises an error. Each with its dict, and whether it goes backward."""
    from ctypes import c_ssize_t

    for iterator, mapping, backward, passed in found:
        # `dictiterobject` of Objects/dictobject.c, alike in all versions: `di_dict`, `di_used`, `di_pos`, `di_result`, `len`.
        words = (c_ssize_t * 5).from_address(id(iterator) + object.__basicsize__)
        if issubclass(type(mapping), type):
            mapping = mapping.__dict__
            size = len(mapping)
        else:
            size = rebuild.mapping_base(mapping).__len__(mapping)
        if passed is None:
            words[1] = size + 1
            continue
        words[1], words[4] = size, size - passed
        words[2] = size - passed - 1 if backward else passed
