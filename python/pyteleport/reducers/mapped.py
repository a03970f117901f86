"""Knows memory maps: of which file each is a part, or that it is of none.

Must not know files that are open, but for the number under which a map has its own: what is made over there has another.
"""

from __future__ import annotations

import os

from ..arrival import mapped
from .facts import MMAP_EXPORTS_ARE_INT
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
    number = fields(found, _LAYOUT)[-1]
    if number >= 0 and not pickler.by_value and _is_open_as(number, path):
        pickler.descriptors[number] = False
    return mapped.of_file, (path, size, offset, "w" in rights, position)


#: `mmap_object` up to its descriptor (Modules/mmapmodule.c): data, size, pos, offset, exports, fd.
_LAYOUT = "Pnnlii" if MMAP_EXPORTS_ARE_INT else "Pnnlni"


def _is_open_as(number: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(number), os.stat(path))
    except OSError:
        return False


def _where(address: int) -> Tuple[Optional[str], int, str]:
    with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as maps:
        for line in maps:
            words = line.split(None, 5)
            start, _, end = words[0].partition("-")
            if int(start, 16) <= address < int(end, 16):
                path = words[5].rstrip("\n") if len(words) > 5 else None
                return path, int(words[2], 16) + address - int(start, 16), words[1]
    raise Refusal("what is mapped can't be found", _COPY)
