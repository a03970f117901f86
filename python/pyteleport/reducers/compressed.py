"""Knows files that are read through a decompressor: how far they are, which is found again by reading.

Must not know compressors: what they hold can't be read, so files that are being written are refused, but those of gzip.
"""

from __future__ import annotations

import sys
import zlib

from ..arrival import compressed
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_CLOSE = "close it before the hop, and go on with it in append mode"
_OPEN = "open it by its name, or close it before the hop"


def gzip(pickler: Any, file: Any) -> Any:
    if file.closed:
        return compressed.closed, (type(file), file.mode, file.name)
    if not file.readable():
        return _gzip_writer(file)
    if file.myfileobj is None and not _begins_with(file.fileobj, b"\x1f\x8b"):
        raise Refusal("where its data begin can't be told", _OPEN)
    return compressed.gzip_reader, (
        type(file),
        file.fileobj,
        file.tell(),
        file.myfileobj is not None,
        file.name,
    )


def _gzip_writer(file: Any) -> Any:
    """What is compressed so far is ended as gzip data that a copy of the compressor gives; more follows as a second part."""
    module = sys.modules["gzip"]
    frame: Any = sys._getframe()
    while frame is not None:
        if frame.f_globals is vars(module):
            raise Refusal("it is just being written", "hop when the call has returned that writes")
        frame = frame.f_back
    file.fileobj.flush()
    buffered = getattr(file, "_buffer", None)
    if buffered is not None:
        buffered.flush()
    ending = file.compress.copy().flush(zlib.Z_FINISH)
    ending += (file.crc & 0xFFFFFFFF).to_bytes(4, "little") + (file.size & 0xFFFFFFFF).to_bytes(4, "little")
    return compressed.gzip_writer, (
        type(file),
        file.fileobj,
        ending,
        file.myfileobj is not None,
        file.name,
        file.tell(),
    )


def other(pickler: Any, file: Any) -> Any:
    if file.closed:
        return compressed.closed, (type(file), "r", getattr(file, "name", None))
    if not file.readable():
        raise Refusal("what its compressor holds can't be read", _CLOSE)
    magic = (b"BZh", b"\xfd7zXZ", b"\x5d\x00\x00")
    if not file._closefp and not _begins_with(file._fp, *magic):
        raise Refusal("where its data begin can't be told", _OPEN)
    return compressed.other_reader, (type(file), file._fp, file.tell(), file._closefp)


def _begins_with(file: Any, *magic: bytes) -> bool:
    try:
        place = file.tell()
        file.seek(0)
        start = file.read(8)
        file.seek(place)
    except (AttributeError, OSError, ValueError):
        return False
    return bool(start.startswith(magic))


def zip_member(pickler: Any, member: Any) -> Any:
    if member.closed:
        raise Refusal("the file is closed", "delete it before the hop")
    close = getattr(member._fileobj, "_close", None)
    archive = getattr(close, "__self__", None)
    if archive is None:
        raise Refusal("its archive can't be found", "close it before the hop")
    if getattr(member, "_decrypter", None) is not None:
        raise Refusal("it is encrypted", "close it before the hop")
    return compressed.zip_member, (archive, member.name, member.tell())
