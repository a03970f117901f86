"""Knows how compressed files are opened again and brought to where they were.

Must not know how that was found out; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def closed(kind: Any, mode: Any, name: Any) -> Any:
    from io import BytesIO

    made = kind(fileobj=BytesIO()) if kind.__name__ == "GzipFile" else kind(BytesIO())
    made.close()
    return made


def gzip_reader(kind: Any, file: Any, position: int, own: bool, name: Any) -> Any:
    file.seek(0)
    made = kind(fileobj=file, mode="rb")
    made.name = name
    if own:
        made.myfileobj = file
    made.seek(position)
    return made


def gzip_writer(kind: Any, file: Any, ending: bytes, own: bool, name: Any, position: int) -> Any:
    """The first part is only ended when more is written or the file is closed: nothing changes before the handover."""
    made = _Continued(file, ending)
    opened = kind(filename="", fileobj=made, mode="wb")
    opened.name = name
    if own:
        opened.myfileobj = made
    opened.offset = position
    return opened


class _Continued:
    """A file into which what ends a first part is written before anything else."""

    def __init__(self, file: Any, ending: bytes) -> None:
        self.file = file
        self.ending = ending
        self.waiting = b""

    def write(self, data: bytes) -> int:
        if self.ending:
            # Only the header of the second part comes while the file is opened: that waits too.
            self.waiting += data
            if len(self.waiting) <= _HEADER:
                return len(data)
            self.file.write(self.ending + self.waiting)
            self.ending = self.waiting = b""
            return len(data)
        self.file.write(data)
        return len(data)

    def flush(self) -> None:
        self.file.flush()

    def close(self) -> None:
        if self.ending:
            self.file.write(self.ending + self.waiting)
            self.ending = b""
        self.file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__dict__["file"], name)


_HEADER = 10


def other_reader(kind: Any, file: Any, position: int, own: bool) -> Any:
    file.seek(0)
    made = kind(file)
    made._closefp = own
    made.seek(position)
    return made


def zip_member(archive: Any, name: str, position: int) -> Any:
    made = archive.open(name)
    archive._fileRefCnt -= 1
    while position:
        position -= len(made.read(min(position, 1 << 20)))
    return made
