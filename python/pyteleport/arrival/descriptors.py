"""Knows how what was open under a number is opened again under that number, and how our own descriptors keep out of the way.

Must not know whose a number is, nor the objects that use it; standard library only, every version.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable, List, Sequence, Set, Tuple

__all__ = ["CannotReopen", "aside", "connect", "keep_only", "numbers", "ours", "take"]

#: Numbers of this process that belong to a hop under way, and not to the program.
ours: Set[int] = set()

#: What is a copy of a standard stream, once these are the program's: number, stream, whether children inherit it.
_streams: List[Tuple[int, int, bool]] = []

_TOP = 256
_NEVER_AGAIN = ~(os.O_TRUNC | os.O_EXCL | os.O_CREAT)


class CannotReopen(Exception):
    """A file that the program has open is not there, or is not the same."""


def aside(descriptors: Sequence[int], wanted: Iterable[int]) -> List[int]:
    """Move descriptors of ours to high numbers that are not `wanted`; returns these. The low ones are the program's."""
    taken = set(wanted)
    number = min(max([_TOP, *(one + len(descriptors) + 1 for one in taken)]), os.sysconf("SC_OPEN_MAX"))
    moved = []
    for descriptor in descriptors:
        number -= 1
        while number in taken or _is_open(number):
            number -= 1
        moved.append(os.dup2(descriptor, number, False))
    for descriptor in set(descriptors):
        os.close(descriptor)
    return moved


def numbers() -> List[int]:
    """What is open here beside the standard streams."""
    found = sorted(map(int, os.listdir("/proc/self/fd")))
    return [
        number for number in found if number > 2 and _is_open(number)
    ]  # not the directory that was just read


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def keep_only(kept: Iterable[int]) -> None:
    """Close what was inherited, but for the standard streams and `kept`: only the program has it open."""
    for number in numbers():
        if number not in kept:
            os.close(number)


def take(entries: Sequence[Any], inherits: bool) -> None:
    """Open what the program has open, before anything else can get its numbers. Nothing is changed that others see.

    Args:
        entries: what `reducers.descriptors.find` has found.
        inherits: whether what this process has inherited from the program is the program's alone.

    Raises:
        CannotReopen: something that the program certainly uses is not here.
    """
    for number, path, flags, position, inheritable, like, needed, identity in entries:
        if identity and (inherits or path is None) and _is(number, identity):
            continue
        if 0 <= like <= 2:
            _streams.append((number, like, inheritable))
            path, flags = None, 0
        if like > 2:
            os.dup2(like, number, inheritable)
            continue
        try:
            _place(_open(path, flags, position), number, inheritable)
        except (CannotReopen, OSError) as error:
            if needed:
                if isinstance(error, OSError):
                    error = _beyond(number, error)
                raise error from None
            try:
                _place(_nothing(), number, inheritable)
            except OSError:
                pass


def _is(number: int, identity: Sequence[int]) -> bool:
    try:
        status = os.fstat(number)
    except OSError:
        return False
    return [status.st_dev, status.st_ino] == list(identity)


def _open(path: Any, flags: int, position: int) -> int:
    if path is None:
        return _nothing()
    verb = "reading" if flags & os.O_ACCMODE == os.O_RDONLY else "writing"
    try:
        descriptor = os.open(path, flags & _NEVER_AGAIN)
    except FileNotFoundError:
        raise CannotReopen("file %r opened for %s is not there" % (path, verb)) from None
    except OSError as error:
        raise CannotReopen("file %r can't be opened for %s: %s" % (path, verb, error.strerror)) from error
    if position:
        size = os.fstat(descriptor).st_size
        if size < position and verb == "reading":
            os.close(descriptor)
            raise CannotReopen(
                "file %r is shorter there: %d bytes, and the program has read %d" % (path, size, position)
            )
        os.lseek(descriptor, position, os.SEEK_SET)
    return descriptor


def _nothing() -> int:
    """A descriptor that nothing can be done with but give it to a file object: every use is the error that it is for a closed one, and
    nobody else gets the number."""
    return os.open(os.devnull, os.O_PATH)


def _place(descriptor: int, number: int, inheritable: bool) -> None:
    if descriptor == number:
        os.set_inheritable(number, inheritable)
        return
    try:
        os.dup2(descriptor, number, inheritable)
    finally:
        os.close(descriptor)


def _beyond(number: int, error: OSError) -> CannotReopen:
    return CannotReopen(
        "the program has %d as the number of an open file, which is not possible there: %s"
        % (number, error.strerror)
    )


def connect() -> None:
    """Make copies of the standard streams, which are the program's now."""
    for number, stream, inheritable in _streams:
        os.dup2(stream, number, inheritable)
    _streams.clear()
