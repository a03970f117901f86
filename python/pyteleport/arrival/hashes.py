"""Knows how an interpreter starts anew with another's hash secret: by a library that lies in memory and is loaded before all others.

Must not know what that library does. Executed by the far side as a text of its own, before anything else of pyteleport is there.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Optional

__all__ = ["answer_again", "hold", "mark", "preload", "restart"]


def mark() -> str:
    """Return what tells whether two interpreters have the same hashes; `hello` says it of one."""
    return str(hash("pyteleport"))


def hold(library: bytes) -> int:
    """Return a descriptor of a file in memory with these bytes, which a command that is started inherits. It is none of the standard
    streams', which would take its place there."""
    descriptor = os.memfd_create("pyteleport", 0)
    taken = []
    while descriptor < 3:
        taken.append(descriptor)
        descriptor = os.dup(descriptor)
        os.set_inheritable(descriptor, True)
    for each in taken:
        os.close(each)
    try:
        os.write(descriptor, library)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def preload(descriptor: int, before: Optional[str]) -> str:
    """Return LD_PRELOAD for that file, which takes itself out of it, and what was there before."""
    return "/proc/self/fd/%d%s" % (descriptor, ":" + before if before else "")


def words() -> List[bytes]:
    """Return the command line of this interpreter."""
    with open("/proc/self/cmdline", "rb") as file:
        return file.read().split(b"\0")[:-1]


def restart(library: bytes, **more: str) -> None:
    """Start this interpreter anew, as it was started, with `more` in its environment. Returns where that is impossible."""
    environment = dict(os.environ, **more)
    environment.pop("PYTHONHASHSEED", None)
    try:
        environment["LD_PRELOAD"] = preload(hold(library), environment.get("LD_PRELOAD"))
        os.execve(sys.executable, words(), environment)
    except (AttributeError, OSError, TypeError):
        pass


def answer_again() -> None:
    """Execute the text again that this interpreter was given with `-c`."""
    given = words()
    exec(given[given.index(b"-c") + 1].decode(), {})
