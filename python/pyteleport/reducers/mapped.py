"""Knows memory maps: of which file each is a part, or that it is of none.

Must not know files that are open: a map has its own.
"""

from __future__ import annotations

import os

from ..arrival import mapped
from .fields import fields
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple

_COPY = "keep a copy of what is in it, and map the file anew after the hop"


def mapping(pickler: Any, found: Any) -> Any:
    try:
        size, position = len(found), found.tell()
    except ValueError:
        return mapped.closed, ()
    address = fields(found, "P")[0]
    path, offset, rights = _where(address)
    if path is None or path.startswith("/dev/zero"):
        return mapped.anonymous, (found[:], position)
    found_path = path
    if path.endswith(" (deleted)") or not os.path.exists(path):
        raise Refusal("the mapped file %r has been deleted" % found_path, _COPY)
    if "p" in rights and "w" in rights:
        raise Refusal("it is a private copy of a file, which may have been changed", _COPY)
    if "w" in rights:
        found.flush()
    return mapped.of_file, (path, size, offset, "w" in rights, position)


def _where(address: int) -> Tuple[Optional[str], int, str]:
    with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as maps:
        for line in maps:
            words = line.split(None, 5)
            start, _, end = words[0].partition("-")
            if int(start, 16) <= address < int(end, 16):
                path = words[5].rstrip("\n") if len(words) > 5 else None
                return path, int(words[2], 16) + address - int(start, 16), words[1]
    raise Refusal("what is mapped can't be found", _COPY)
