"""Knows which files go along with the program, and sends those that are not there already.

Must not know the rest of the link, nor where the files are put: `arrival.carry` does that.
"""

from __future__ import annotations

import os
from marshal import dumps, loads

from . import _process, _read, errors
from .arrival import link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator, List, Sequence, Tuple

__all__ = ["send", "used_files"]


def send(write: int, read: Callable[[], bytes], names: Sequence[str]) -> None:
    """Send files and folders, to the same names, but for what is there with the same content.

    Args:
        write: the link.
        read: gives the far side's answer.
        names: paths; folders go along with all that is in them.

    Raises:
        TargetError: one of them can't be read.
    """
    entries = [entry for name in names for entry in _entries(name)]
    link.write_frame(write, link.FILE, dumps(entries, 2))
    for index in loads(read()):
        _pour(write, entries[index][0], entries[index][2])


def _entries(name: str) -> Iterator[Tuple[str, int, int, bytes]]:
    """Name, mode, size and digest of the file, or of each in the folder; a folder's own size is -1."""
    if not os.path.isdir(name):
        yield _entry(name)
        return
    for folder, below, files in os.walk(name):
        below.sort()
        yield folder, os.stat(folder).st_mode & 0o777, -1, b""
        for file in sorted(files):
            yield _entry(os.path.join(folder, file))


def _entry(name: str) -> Tuple[str, int, int, bytes]:
    from .arrival.carry import digest

    try:
        with open(name, "rb", 0) as file:
            status = os.fstat(file.fileno())
            return name, status.st_mode & 0o777, status.st_size, digest(file)
    except OSError as error:
        raise _refusal(name, error.strerror) from None


def _pour(write: int, name: str, left: int) -> None:
    with open(name, "rb", 0) as file:
        while left:
            data = file.read(min(left, 1 << 20))
            if not data:
                raise errors.TargetError(
                    "the file %r became shorter while it was sent." % (name,), "", "no-file"
                )
            link.write_all(write, data)
            left -= len(data)


def _refusal(name: str, why: Any) -> errors.TargetError:
    return errors.TargetError(
        "can't send the file %r: %s." % (name, why), "correct the list `files`", "no-file"
    )


def used_files() -> List[str]:
    """The paths of the regular files that the program has open, and of those below the working directory that it has opened for reading."""
    found = dict.fromkeys(_open_files())
    for path in _read.below(_process.directory()):
        if os.path.isfile(path) and os.access(path, os.R_OK):
            found[path] = None
    return list(found)


def _open_files() -> List[str]:
    """But for the interpreter's own streams."""
    import stat

    found: List[str] = []
    for entry in os.listdir("/proc/self/fd"):
        descriptor = int(entry)
        try:
            status = os.fstat(descriptor)
            path = os.readlink("/proc/self/fd/" + entry)
            same = os.path.samestat(os.stat(path), status)
        except OSError:
            continue
        if descriptor > 2 and stat.S_ISREG(status.st_mode) and same and path not in found:
            found.append(path)
    return found
