"""Knows the files of the packages that travel: data that they read as resources, and modules that are not imported yet.

Must not know how they are found over there: `arrival.resources` does.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional, Tuple

    #: Of each package that is in no other, its files by their path below it; None for what is too much to go along.
    Files = Dict[str, Dict[str, Optional[bytes]]]

__all__ = ["files"]

#: How many bytes, and how many files, of a package go along.
_MOST, _MANY = 1 << 25, 10000
_NOT = (".pyc", ".so")


def files(manifest: Dict[str, Any], are_here: bool) -> Files:
    """The files of the packages that a snapshot brings; `are_here` if the far side sees the same files as this one."""
    found: Files = {}
    arrived = sys.modules.get("pyteleport.arrival.resources")
    for entry in manifest["modules"]:
        name = entry["name"]
        if entry["path"] is None or "." in name:
            continue
        if arrived is not None and name in arrived.held:
            found[name] = arrived.held[name]
        elif not are_here:
            kept = _bounded(_of_package(name, entry["path"]))
            if kept:
                found[name] = kept
    return found


def _of_package(name: str, portions: List[str]) -> Iterator[Tuple[str, int, Any]]:
    """The path of each file, its size, and what opens it or gives its content."""
    loader: Any = getattr(sys.modules.get(name), "__loader__", None)
    listing = getattr(loader, "_files", None)
    if type(loader).__name__ == "zipimporter" and isinstance(listing, dict):
        start = os.path.relpath(portions[0], loader.archive) + os.sep
        for path, entry in listing.items():
            if path.startswith(start) and not path.endswith((os.sep, *_NOT)):
                yield path[len(start) :], entry[3], lambda path=path: loader.get_data(path)
        return
    for portion in portions:
        for folder, below, names in os.walk(portion):
            below[:] = sorted(one for one in below if one != "__pycache__" and not one.startswith("."))
            for one in sorted(names):
                path = os.path.join(folder, one)
                if one.endswith(_NOT) or not os.path.isfile(path):
                    continue
                yield os.path.relpath(path, portion), os.path.getsize(path), lambda path=path: _read(path)


def _bounded(entries: Iterator[Tuple[str, int, Any]]) -> Dict[str, Optional[bytes]]:
    """The contents of the files, the small ones first as long as there is room."""
    known: List[Tuple[int, str, Any]] = []
    for path, size, read in entries:
        known.append((size, path, read))
        if len(known) > _MANY:
            return {}
    found: Dict[str, Optional[bytes]] = {}
    room = _MOST
    for size, path, read in sorted(known, key=lambda one: one[:2]):
        room -= size
        try:
            found.setdefault(path, read() if room >= 0 else None)
        except OSError:
            continue
    return found


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(_MOST)
