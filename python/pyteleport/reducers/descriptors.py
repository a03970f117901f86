"""Knows what is open in this process under which number, which of that is the program's, and what of it can be opened elsewhere.

A program may keep numbers: what `fileno`, `os.open` and `os.dup` gave. So the numbers stay, and what is open under them goes along,
whether or not a file object has it. Must not know the objects that have descriptors: their reducers enter into
`Pickler.descriptors` what is theirs.
"""

from __future__ import annotations

import gc
import io
import os
import stat
import sys

from ..arrival import hooks
from ..arrival.descriptors import numbers, ours
from ..errors import UnsupportedObjectError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Sequence, Set, Tuple

    from .pickler import Pickler

    #: Number, path (None: nothing can be opened), flags of `open`, position, whether children inherit it, another number that is open in
    #: one with it (or -1), whether the program can't do without, device and inode if it may be inherited as it is (or None).
    Entry = Tuple[int, Optional[str], int, int, bool, int, bool, Optional[Tuple[int, int]]]

_CLOSE = "close it before the hop, and open it anew after it"
_CLOSE_OR_LEAVE = (
    _CLOSE + '; if this int is no descriptor of the program, unsupported="leave" goes without it'
)
_UNLOCK = "release the lock before the hop, and take it again after it"
#: `Documentation/admin-guide/devices.txt`: null, zero, full, random and urandom are of this kind.
_MEMORY_DEVICES = 1
#: Of the flags of an open file, those that show in its use; `O_LARGEFILE`, which only `open` sets, does not (`os` has it as 0).
_USES = ~(os.O_CLOEXEC | 0o100000)


class Open:
    """What is open under one number.

    Attributes:
        path: where it can be opened again; None if it can't.
        is_locked: whether it has a lock (`flock`, `lockf`), which belongs to this open file or process.
    """

    __slots__ = ("number", "status", "flags", "position", "is_locked", "path")

    def __init__(self, number: int) -> None:
        """Raises OSError if nothing is open there."""
        self.number = number
        self.status = os.fstat(number)
        words = _read("/proc/self/fdinfo/%d" % number).split()
        self.position = int(words[1])
        self.flags = int(words[3], 8)
        self.is_locked = b"lock:" in words
        self.path = _path(number, self.status)

    @property
    def is_inheritable(self) -> bool:
        return not self.flags & os.O_CLOEXEC

    @property
    def identity(self) -> Tuple[int, int]:
        return self.status.st_dev, self.status.st_ino

    @property
    def is_seekable(self) -> bool:
        return stat.S_ISREG(self.status.st_mode)

    @property
    def is_of_libffi(self) -> bool:
        """Whether it is what `ctypes` has opened by loading libffi, which keeps its own file open to map trampolines from (src/tramp.c)."""
        return (
            self.path is not None
            and not self.is_inheritable
            and os.path.basename(self.path).startswith("libffi.so")
        )

    def looks_like(self, other: Open) -> bool:
        return (self.identity, self.flags & _USES, self.position) == (
            other.identity,
            other.flags & _USES,
            other.position,
        )

    def shares_with(self, other: Open) -> bool:
        """Whether both are one open file, with one position."""
        if not self.is_seekable or not self.looks_like(other) or self.flags & os.O_PATH:
            return False
        os.lseek(self.number, self.position + 1, os.SEEK_SET)
        try:
            return os.lseek(other.number, 0, os.SEEK_CUR) == self.position + 1
        finally:
            os.lseek(self.number, self.position, os.SEEK_SET)

    def kind(self) -> str:
        """What it is, in words."""
        mode = self.status.st_mode
        for test, word in (
            (stat.S_ISFIFO, "a pipe"),
            (stat.S_ISSOCK, "a socket"),
            (stat.S_ISREG, "a deleted file"),
            (stat.S_ISDIR, "a deleted directory"),
        ):
            if test(mode):
                return word
        return "%r" % os.readlink("/proc/self/fd/%d" % self.number)


def _read(path: str) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.read(descriptor, 4096)
    finally:
        os.close(descriptor)


def _path(number: int, status: os.stat_result) -> Optional[str]:
    mode = status.st_mode
    if not (
        stat.S_ISREG(mode)
        or stat.S_ISDIR(mode)
        or (stat.S_ISCHR(mode) and os.major(status.st_rdev) == _MEMORY_DEVICES)
    ):
        return None
    try:
        path = os.readlink("/proc/self/fd/%d" % number)
        return path if os.path.samestat(os.stat(path), status) else None
    except OSError:
        return None


def find(pickler: Pickler, starts: Any) -> List[Entry]:
    """What has to be opened over there for the program that `pickler` has written.

    A number that no file object has is the program's, if it was opened in this process and an int like it can be reached. PEP 446 tells what was opened
    here: that is not inheritable. What is inheritable was there before the program, or may as well have been.

    Args:
        pickler: has written it, and been told by reducers which numbers are theirs.
        starts: gives what the program's objects are reached from, each with words for what it is.

    Raises:
        UnsupportedObjectError: the program has the number of something that can't be opened anywhere else.
    """
    theirs = pickler.descriptors
    found = [
        one
        for one in (Open(number) for number in numbers() if number not in ours and theirs.get(number, True))
        if one.number in theirs or not one.is_of_libffi
    ]
    if not found:
        return []
    streams = _streams()
    loose = {one.number for one in found if one.number not in theirs and not one.is_inheritable}
    reached: Dict[int, str] = {}
    held: Set[int] = set()
    if loose:
        from .explain import ways_to_numbers

        held = _held_by_objects()
        reached = ways_to_numbers(loose, starts(), {*pickler.memo.copy(), *pickler.apart()})
    needed = {*theirs, *reached}
    refused: List[Tuple[Open, str, str]] = []
    kept: List[Tuple[Open, int]] = []
    firsts: List[Open] = []
    for one in found:
        number = one.number
        if number in held and number not in theirs and not (number in needed and one.path is not None):
            continue
        if one.is_locked and number in needed:
            refused.append((one, "a file that it has locked", _UNLOCK))
        like = _like(one, firsts, streams)
        if number in theirs and 0 <= like <= 2 and one.path is not None:
            if not one.flags & os.O_APPEND and one.flags & os.O_ACCMODE:
                refused.append((one, "a file that a standard stream writes to as well", _CLOSE))
            like = -1
        elif number in loose and one.path is None and like < 0:
            if number not in needed:
                continue
            refused.append((one, one.kind(), _CLOSE_OR_LEAVE))
        if like < 0 and one.path is not None:
            firsts.append(one)
        kept.append((one, like))
    if refused and hooks.leaving is None:
        _refuse(refused, reached)
    likes = {like for _, like in kept}
    needed.update(like for one, like in kept if one.number in needed)
    return [
        (
            one.number,
            one.path,
            one.flags & ~os.O_CLOEXEC,
            one.position if one.is_seekable else 0,
            one.is_inheritable,
            like,
            one.number in needed and one.path is not None,
            # What a file object has must be open anew: it is moved to where the program is in it before the handover.
            one.identity
            if one.is_inheritable and like < 0 and one.number not in theirs and one.number not in likes
            else None,
        )
        for one, like in kept
    ]


def is_of_stream(number: int) -> bool:
    """Whether this is one of the standard descriptors, or a copy of one that can't be opened by a path: a pipe, a terminal."""
    if number <= 2:
        return True
    one = Open(number)
    return one.path is None and _like(one, [], _streams()) >= 0


def _streams() -> List[Open]:
    found = []
    for number in (1, 2, 0):
        try:
            found.append(Open(number))
        except OSError:
            continue
    return found


def _like(one: Open, before: List[Open], streams: List[Open]) -> int:
    """The number of which this one is a copy: of those that were met, or of a standard stream."""
    for stream in streams:
        if one.looks_like(stream) and not _is_memory(one):
            # A terminal is open for both ways under each of the three, and need not be so over there.
            if one.flags & os.O_ACCMODE != os.O_RDWR or one.is_seekable or (os.isatty(0) and os.isatty(1)):
                return stream.number
    return next((other.number for other in before if one.shares_with(other)), -1)


def _is_memory(one: Open) -> bool:
    return stat.S_ISCHR(one.status.st_mode) and one.path is not None


def _held_by_objects() -> Set[int]:
    """Numbers that objects have which close them, and those that modules of the standard library keep for themselves."""
    kinds: Tuple[Any, ...] = (io.FileIO,)
    for home, name in (("_socket", "socket"), ("select", "epoll")):
        kind = getattr(sys.modules.get(home), name, None)
        if kind is not None:
            kinds += (kind,)
    found = set()
    for one in gc.get_objects():
        kind = type(one)
        for base in kinds:
            if issubclass(kind, base) and getattr(one, "closefd", True):
                try:
                    found.add(base.fileno(one))
                except (OSError, ValueError):
                    pass
    tracker = getattr(sys.modules.get("multiprocessing.resource_tracker"), "_resource_tracker", None)
    found.add(getattr(tracker, "_fd", None))
    return found


def _refuse(refused: Sequence[Tuple[Open, str, str]], reached: Dict[int, str]) -> None:
    lines = [
        "%s can't travel: it is %d, the descriptor of %s" % (reached[one.number], one.number, what)
        if one.number in reached
        else "the file %r can't travel: descriptor %d is that of %s" % (one.path, one.number, what)
        for one, what, _ in refused
    ]
    if len(lines) > 1:
        lines.insert(0, "%d descriptors can't travel:" % len(lines))
    hints = list(dict.fromkeys(hint for _, _, hint in refused))
    raise UnsupportedObjectError("\n  ".join(lines) + ".", "; ".join(hints), "descriptor")
