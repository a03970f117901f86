"""Knows which files the program has opened for reading, so that a hop can take them along.

It is told by an audit hook, from the import of the package on. Must not know where the program goes, nor how files are sent: `_carry` does.
"""

from __future__ import annotations

import os
import sys
from _thread import get_ident

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable, Iterator, List, Optional, Set, Tuple

__all__ = ["below", "listen", "take"]

#: The absolute path of each, as it was named. Those that are no more are dropped when there are more than `_many`.
_paths: Set[str] = set()
_many = 1 << 12
#: The thread that moves the program at this moment: what it opens is not what the program reads.
mover = 0

_ENCODING = sys.getfilesystemencoding()
_ACCESS, _WRITING = os.O_ACCMODE, os.O_WRONLY
_directory = os.getcwd
_INSTALLED = ("/site-packages/", "/dist-packages/")


def listen() -> None:
    """Have files noted from now on to the end of the process, unless another audit hook forbids it."""
    try:
        sys.addaudithook(_note)
    except Exception:
        pass  # if it is a RuntimeError, the interpreter has dropped it itself


def _note(event: str, arguments: Tuple[Any, ...]) -> None:
    """Note what is opened for reading.

    What is raised in here is raised to the program. So types are asked for and nothing is tried, but for what fails where there is no
    working directory: a signal handler may run in here, and its exceptions are for the program. None of the program's code is called,
    which the object that names the file may have. When the interpreter ends, the variables of this module are None.
    """
    if event != "open" or len(arguments) != 3 or get_ident is None or mover and get_ident() == mover:
        return
    path, _, flags = arguments  # of `io.FileIO` and `os.open` alike
    if type(flags) is not int or flags & _ACCESS == _WRITING:
        return
    if issubclass(type(path), str):
        path = str.__str__(path)
    elif issubclass(type(path), bytes):
        path = bytes.decode(path, _ENCODING, "surrogateescape")
    else:
        return  # a descriptor; or given to `io.FileIO` itself, an object that only its own code can name
    if path.endswith(".pyc"):
        return
    if not path.startswith("/"):
        try:
            path = _directory() + "/" + path
        except (FileNotFoundError, PermissionError):
            return
    if len(_paths) >= _many:
        _drop_what_is_gone()
    _paths.add(path)


def _drop_what_is_gone() -> None:
    global _many
    _paths.difference_update([path for path in list(_paths) if not os.path.isfile(path)])
    _many = max(_many, 2 * len(_paths))


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
        file = getattr(module, "__dict__", {}).get("__file__")
        if type(file) is str:
            yield os.path.abspath(file)


def take(paths: Iterable[str]) -> None:
    """Go on with what the program had opened where it comes from: what has been opened here was for its arrival."""
    _paths.clear()
    _paths.update(paths)
