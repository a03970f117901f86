"""Knows how to open a file again as it was: same mode, same place, nothing truncated.

Must not know how its place was found; standard library only, every version.
"""

from __future__ import annotations

import io
import os

from .descriptors import CannotReopen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional, Tuple

_KEPT = ~(os.O_TRUNC | os.O_EXCL | os.O_CREAT)


def _open_as_is(path: str, flags: int) -> int:
    return os.open(path, flags & _KEPT, 0o666)


def raw(path: str, name: Any, mode: str, position: int, own: Dict[str, Any]) -> io.FileIO:
    verb = "writing" if "w" in mode or "a" in mode or "x" in mode else "reading"
    try:
        opened = io.FileIO(path, mode, opener=_open_as_is)
    except FileNotFoundError:
        raise CannotReopen("file %r opened for %s is not there" % (path, verb)) from None
    except OSError as error:
        raise CannotReopen("file %r can't be opened for %s: %s" % (path, verb, error.strerror)) from error
    size = os.fstat(opened.fileno()).st_size
    if size < position and verb == "reading":
        raise CannotReopen(
            "file %r is shorter there: %d bytes, and the program has read %d" % (path, size, position)
        )
    if path != os.devnull:
        opened.seek(position)
    dressed: io.FileIO = _dressed(opened, name, own)
    return dressed


def on_number(number: int, name: Any, mode: str, closefd: bool, own: Dict[str, Any]) -> io.FileIO:
    """A file on a number under which its file is open already, or will be: a copy of a standard stream (`descriptors`)."""
    try:
        position = os.lseek(number, 0, os.SEEK_CUR)
    except OSError:
        position = None
    made = io.FileIO(number, mode, closefd)
    if position is not None:
        os.lseek(number, position, os.SEEK_SET)  # to append, it would go to the end
    dressed: io.FileIO = _dressed(made, name, own)
    return dressed


def _dressed(file: Any, name: Any, own: Dict[str, Any]) -> Any:
    if name is not None:
        file.name = name
    for key, value in own.items():
        setattr(file, key, value)
    return file


def standard(descriptor: int, name: Any, mode: str, closefd: bool, own: Dict[str, Any]) -> io.FileIO:
    """A file of the program's own on one of the three standard descriptors."""
    made: io.FileIO = _dressed(io.FileIO(descriptor, mode, closefd), name, own)
    return made


def closed_raw(name: Any, mode: str, own: Dict[str, Any]) -> io.FileIO:
    made = io.FileIO(os.devnull, mode, opener=_open_as_is)
    made.close()
    dressed: io.FileIO = _dressed(made, name, own)
    return dressed


def buffered(kind: str, raw: Any, position: Optional[int], ahead: bytes = b"") -> Any:
    """`ahead`: what it has read already and not delivered."""
    made = getattr(io, kind)(raw, max(io.DEFAULT_BUFFER_SIZE, len(ahead)))
    if position is not None:
        made.seek(position)
    if ahead:

        def give(memory: Any) -> int:
            memory[: len(ahead)] = ahead
            return len(ahead)

        raw.readinto = give
        made.peek()
        del raw.readinto
    return made


def closed_buffered(kind: str, name: Any, mode: str) -> Any:
    made = getattr(io, kind)(
        io.FileIO(os.devnull, "r+" if kind == "BufferedRandom" else mode, opener=_open_as_is)
    )
    made.raw.name = name
    made.close()
    return made


def text(
    buffer: Any,
    options: Tuple[Any, ...],
    position: Optional[int],
    own: Dict[str, Any],
    ahead: bytes = b"",
    tells: bool = True,
) -> io.TextIOWrapper:
    """`ahead`: what it has taken from its buffer already and not delivered; `tells`: whether `tell` answers."""
    encoding, errors, newline, line_buffering, write_through = options
    made = io.TextIOWrapper(buffer, encoding, errors, newline, line_buffering, write_through)
    if position is not None:
        made.seek(position)
    if ahead:
        _reading(buffer, lambda size: ahead, lambda: made.readline(0))  # reads, and delivers nothing
    if position is not None and not tells:
        forbid_tell(made, position)
    dressed: io.TextIOWrapper = _dressed(made, None, own)
    return dressed


def forbid_tell(text: Any, position: int) -> None:
    """Let `tell` raise an error, as it does in a loop over the lines: a text file that has nothing read ahead and is asked for its next line
    has forbidden it before it finds that it can't read (Modules/_io/textio.c, textiowrapper_iternext). `position`: where it is."""

    def fail(size: int) -> bytes:
        raise EOFError

    try:
        _reading(text.buffer, fail, lambda: next(text))
    except EOFError:
        return
    text.seek(position)  # a decoder had a line for it nevertheless


def _reading(buffer: Any, read: Callable[[int], bytes], act: Callable[[], Any]) -> None:
    """Do something while `buffer` reads by a function of ours."""
    way = "read1" if hasattr(buffer, "read1") else "read"
    setattr(buffer, way, read)
    try:
        act()
    finally:
        delattr(buffer, way)


def empty(kind: Any) -> Any:
    return kind.__new__(kind)


def fill(made: Any, variables: Dict[str, Any]) -> None:
    """Not by `setattr`, and not by pickle: streams of `codecs` ask their inner one for all that they have not got, `__setstate__` too."""
    vars(made).update(variables)


def closed_text(name: Any, options: Tuple[Any, ...], own: Dict[str, Any]) -> io.TextIOWrapper:
    mode = str(own.get("mode", "r"))
    buffer = closed_buffer_for(mode)
    made = text(buffer, options, None, own)
    buffer.raw.name = name
    made.close()
    return made


def closed_buffer_for(mode: str) -> Any:
    kind = io.BufferedRandom if "+" in mode else io.BufferedReader if "r" in mode else io.BufferedWriter
    return kind(io.FileIO(os.devnull, mode.replace("t", ""), opener=_open_as_is))  # type: ignore[abstract,unused-ignore]
