"""Knows which files the program has opened for reading, so that a hop can take them along.

An audit hook notes them (Sources/ReadHook), from the import of this on. Must not know where the program goes, nor how files are sent: `_carry` does.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Iterator, List, Optional, Set

try:
    from ._read_hook import listen, pass_over
except ImportError:
    listen, pass_over = set, bool  # without its native parts the package can't hop anyway

__all__ = ["below", "pass_over", "take"]

#: The absolute path of each, as it was named.
_paths: Set[str] = listen()

_INSTALLED = ("/site-packages/", "/dist-packages/")


def below(directory: Optional[str]) -> List[str]:
    """The paths below `directory` that the program has opened for reading, whether or not there are such files still.

    Not those of modules, which travel by other ways, nor of installed distributions, which the far side has itself. Below the root lies
    everything, which is to say that the program has no directory of its own.
    """
    if directory is None or directory == "/":
        return []
    start = directory + "/"
    found = set()
    for path in list(_paths):
        if "/." in path or "//" in path:
            # What `..` leads to depends on links.
            path = os.path.realpath(path) if "/../" in path else os.path.normpath(path)
        if path.startswith(start) and not any(part in path[len(directory) :] for part in _INSTALLED):
            found.add(path)
    return sorted(found.difference(_files_of_modules())) if found else []


def _files_of_modules() -> Iterator[str]:
    for module in list(sys.modules.values()):
        file = module.__dict__.get("__file__") if issubclass(type(module), type(sys)) else None
        if type(file) is str:
            yield os.path.abspath(file)


def take(paths: Iterable[str]) -> None:
    """Go on with what the program had opened where it comes from: what has been opened here was for its arrival."""
    _paths.clear()
    _paths.update(paths)
