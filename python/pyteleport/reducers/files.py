"""Knows open regular files: where they are, how they were opened, and where exactly they are being read or written.

Must not know streams of other kinds: pipes, sockets and terminals mean nothing elsewhere and are refused.
"""

from __future__ import annotations

import codecs
import gc
import io
import os
import stat

from ..arrival import files
from . import ahead, descriptors
from .pickler import Pickler, register, register_named
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple

_UNLINKED = "keep the file's name until the program is there"
_READ_AHEAD = 64


@register(io.FileIO)
def _reduce_raw(pickler: Pickler, raw: io.FileIO) -> Any:
    own = {name: value for name, value in raw.__dict__.items() if name != "name"}
    if raw.closed:
        return files.closed_raw, (_name(raw), raw.mode, own)
    descriptor = raw.fileno()
    if descriptor <= 2:
        return files.standard, (descriptor, _name(raw), raw.mode, raw.closefd, own)
    if pickler.by_value:
        return files.raw, (_path(descriptor, raw), _name(raw), raw.mode, raw.tell(), own)
    if not _is_of_stream(raw):
        _path(descriptor, raw)  # refuses what has none
    pickler.descriptors[descriptor] = True
    return files.on_number, (descriptor, _name(raw), raw.mode, raw.closefd, own)


@register(io.BufferedReader, io.BufferedWriter, io.BufferedRandom)
def _reduce_buffered(pickler: Pickler, buffered: Any) -> Any:
    try:
        closed = buffered.closed
    except ValueError:
        raise Refusal("the file has been detached from its buffer") from None
    kind = type(buffered).__name__
    if closed:
        return files.closed_buffered, (kind, _name(buffered), getattr(buffered, "mode", "rb"))
    is_of_stream = _is_of_stream(buffered)
    if not is_of_stream and isinstance(buffered.raw, io.FileIO):
        _path(buffered.raw.fileno(), buffered)
    if buffered.writable():
        buffered.flush()
    if not is_of_stream and buffered.seekable():
        return files.buffered, (kind, buffered.raw, buffered.tell())
    return files.buffered, (
        kind,
        buffered.raw,
        None,
        ahead.of_buffered(buffered) if buffered.readable() else b"",
    )


@register(io.TextIOWrapper)
def _reduce_text(pickler: Pickler, text: Any) -> Any:
    try:
        closed = text.closed
    except ValueError:
        raise Refusal("the file has been detached from its text wrapper") from None
    # What a text file holds of its own beside its buffer: `open` sets `mode`.
    own = dict(text.__dict__)
    if closed:
        return files.closed_text, (_name(text), _options(text, None), own)
    if text.seekable() and not _is_of_stream(text):
        if isinstance(getattr(text.buffer, "raw", None), io.FileIO):
            _path(text.fileno(), text)
        position, tells = _text_position(text)
        text.flush()
        options = _options(text, _newline(text, False))
        if not tells:
            files.forbid_tell(text, position)
        return files.text, (text.buffer, options, position, own, b"", tells)
    if text.writable():
        text.flush()
    has_decoded = text.readable() and ahead.decoded_by(text) is not None
    options = _options(text, _newline(text, has_decoded))
    return files.text, (text.buffer, options, None, own, ahead.of_text(text) if text.readable() else b"")


@register_named(
    "codecs:StreamReader", "codecs:StreamWriter", "codecs:StreamReaderWriter", "codecs:StreamRecoder"
)
def _reduce_codec_stream(pickler: Pickler, stream: Any) -> Any:
    """They refuse to be pickled because of the files that they hold, which travel."""
    kind = type(stream)
    if any(base.__name__ in ("MultibyteStreamReader", "MultibyteStreamWriter") for base in kind.__mro__):
        raise Refusal(
            "what it has decoded so far can't be read", "open the file with `open`, which decodes as well"
        )
    return files.empty, (kind,), stream.__dict__, None, None, files.fill


def _is_of_stream(file: Any) -> bool:
    """Whether a file is on one of the three standard descriptors, or a copy of one: over there they may be of another kind, a pipe for a
    regular file."""
    try:
        number = file.fileno()
        return isinstance(number, int) and descriptors.is_of_stream(number)
    except (AttributeError, OSError):
        return False


def _name(file: Any) -> Any:
    return getattr(file, "name", None)


def _path(descriptor: int, file: Any) -> str:
    """The path of an open regular file, which the name that it was opened by may no longer be."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        if stat.S_ISCHR(status.st_mode) and _name(file) == os.devnull:
            return os.devnull
        raise Refusal(
            "%r is no regular file" % (_name(file),), "close it before the hop, and open it anew after it"
        )
    path = os.readlink("/proc/self/fd/%d" % descriptor)
    try:
        if os.path.samestat(os.stat(path), status):
            return path
    except OSError:
        pass
    raise Refusal("the file %r has been deleted" % (_name(file),), _UNLINKED)


def _newline(text: Any, decoded: bool) -> Optional[str]:
    """The `newline` that a text file was opened with. No attribute tells it, but the collector visits it.

    The strings visited are the encoding, `readnl` if given, the decoded characters if any, and the error handler
    (Modules/_io/textio.c, textiowrapper_traverse).
    """
    strings = [held for held in gc.get_referents(text) if type(held) is str][1:-1]
    return strings[0] if len(strings) > decoded else None


def _options(text: Any, newline: Optional[str]) -> Tuple[Any, ...]:
    return text.encoding, text.errors, newline, text.line_buffering, text.write_through


def _text_position(text: Any) -> Tuple[int, bool]:
    """Where a text file is, and whether it would tell; it is left there, with nothing read ahead, and then tells.

    It must not be flushed before: that lets `tell` answer inside a loop over the lines, and wrongly so
    (Modules/_io/textio.c, _io_TextIOWrapper_flush_impl).
    """
    tells = True
    try:
        position: int = text.tell()
    except OSError:
        # `for line in file` forbids `tell` until the loop has ended.
        tells = False
        position = _position_by_rereading(text, _newline(text, True))
    if text.readable():
        text.seek(position)
    return position, tells


def _position_by_rereading(text: Any, newline: Optional[str]) -> int:
    """Where a text file is: its buffer's position, less the bytes of what is decoded but not delivered.

    What is pending is read with the buffer at its end; then the bytes before are decoded once more, to see which of them
    give just that. The file's position is lost meanwhile, so the caller seeks to what this returns.
    """
    buffer = text.buffer
    end = buffer.tell()
    buffer.seek(0, os.SEEK_END)
    pending, incomplete = _drain(text)
    synchronous = codecs.lookup(text.encoding).name
    starts = [0]
    if synchronous in ("utf-8", "ascii") or synchronous.startswith(("iso8859", "cp125")):
        starts.insert(0, max(0, end - 4 * len(pending) - _READ_AHEAD))
    for start in starts:
        buffer.seek(start)
        window = buffer.read(end - start)
        window = window[: len(window) - incomplete]
        skipped = 0
        if start:
            while skipped < len(window) and (window[skipped] & 0xC0 == 0x80 or window[skipped] == 10):
                skipped += 1
        found = _before(window[skipped:], pending, text, newline)
        if found is not None:
            return start + skipped + found
    raise Refusal(
        "the place in %r inside a loop over its lines can't be found" % (_name(text),),
        "read it with readline",
    )


def _drain(text: Any) -> Tuple[str, int]:
    """What is decoded but not delivered, and how many bytes wait for more to become a character."""
    try:
        rest: str = text.read()
        return rest, 0
    except UnicodeDecodeError as error:
        incomplete = len(error.object)
    characters = []
    try:
        while True:
            character = text.read(1)
            if not character:
                break
            characters.append(character)
    except UnicodeDecodeError:
        pass
    return "".join(characters), incomplete


def _before(window: bytes, pending: str, text: Any, newline: Optional[str]) -> Optional[int]:
    """How many bytes of `window` come before those that are decoded to `pending`, which it ends with."""
    again = io.TextIOWrapper(io.BytesIO(window), text.encoding, text.errors, newline)
    whole = again.read()
    if not whole.endswith(pending):
        return None
    again.seek(0)
    again.read(len(whole) - len(pending))
    position = again.tell()
    return position if position <= len(window) else None
