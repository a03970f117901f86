"""Knows how memory maps are made again.

Must not know how it was found out what they map; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def anonymous(content: bytes, position: int) -> Any:
    from mmap import mmap

    made = mmap(-1, len(content))
    made.write(content)
    made.seek(position)
    return made


def of_file(path: str, size: int, offset: int, writable: bool, position: int) -> Any:
    import mmap
    import os

    descriptor = os.open(path, (os.O_RDWR if writable else os.O_RDONLY) | os.O_CLOEXEC)
    try:
        if os.fstat(descriptor).st_size < offset + size:
            raise OSError("the mapped file %r is shorter there" % path)
        access = mmap.ACCESS_WRITE if writable else mmap.ACCESS_READ
        made = mmap.mmap(descriptor, size, access=access, offset=offset)
    finally:
        os.close(descriptor)
    made.seek(position)
    return made


def closed() -> Any:
    from mmap import mmap

    made = mmap(-1, 1)
    made.close()
    return made
