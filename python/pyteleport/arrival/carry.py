"""Knows how files that come along are compared with what is here, and put in their places.

Must not know why they come; standard library only, every version.
"""

from __future__ import annotations

import os

from . import link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Tuple

__all__ = ["digest", "take"]


def digest(file: Any) -> bytes:
    """What the content of an open file is told by."""
    from hashlib import blake2b

    made = blake2b(digest_size=32)
    while True:
        data = file.read(1 << 20)
        if not data:
            return made.digest()
        made.update(data)


def take(read: int, write: int, entries: List[Tuple[str, int, int, bytes]]) -> None:
    """Say which of the files are wanted, and write these. Each takes its place only when it is complete."""
    from marshal import dumps

    wanted = []
    for index, (name, _, size, content) in enumerate(entries):
        if size < 0:
            os.makedirs(name, exist_ok=True)
        elif not _is_here(name, size, content):
            wanted.append(index)
    link.write_frame(write, link.OK, dumps(wanted))
    for index in wanted:
        _write(read, *entries[index][:3])


def _is_here(name: str, size: int, content: bytes) -> bool:
    try:
        with open(name, "rb", 0) as file:
            return os.fstat(file.fileno()).st_size == size and digest(file) == content
    except OSError:
        return False


def _write(read: int, name: str, mode: int, size: int) -> None:
    folder = os.path.dirname(name)
    if folder:
        os.makedirs(folder, exist_ok=True)
    aside = "%s.%d.part" % (name, os.getpid())
    with open(aside, "wb") as file:
        while size:
            data = link.read_exactly(read, min(size, 1 << 20))
            file.write(data)
            size -= len(data)
    os.chmod(aside, mode)
    os.replace(aside, name)
