"""Knows how a file made by `dump` becomes the program: the same restore as over a link, with nobody to wait for.

Must not know the link's protocol.
"""

from __future__ import annotations

import os
import sys

from . import descriptors
from .hashes import mark
from .link import LinkClosed, read_snapshot, skip_head
from .needs import find_lacks
from .start import enter_directory, enter_process, start_from_hook

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, NoReturn

__all__ = ["main"]


def main(path: str, offset: int, manifest: Dict[str, Any]) -> None:
    """Rebuild the program whose snapshot lies in the file `path` at `offset`, and start it. Never returns."""
    from . import frames, objects

    enter_process(
        manifest["process"], all(os.path.exists(entry) for entry in manifest["process"]["path"] if entry)
    )
    optimize = manifest["process"].get("optimize", 0)
    if optimize != sys.flags.optimize:
        flag = "-" + "O" * optimize if optimize else "neither -O nor PYTHONOPTIMIZE"
        sys.exit(
            "%s holds a program that ran with optimize=%d, but this Python runs with %d\n  hint: start it with %s"
            % (path, optimize, sys.flags.optimize, flag)
        )
    if manifest["ordered"] and mark() != manifest["hash"]:
        sys.exit(
            "%s holds sets of texts, whose order would be another one: this Python can't be started with the program's hashes\n"
            "  hint: start the program with a number in PYTHONHASHSEED before it is saved, and resume it with the same"
            % path
        )
    lacks = find_lacks(manifest["needs"])
    if lacks:
        names = " ".join("%s==%s" % (name, wanted) if wanted else name for name, wanted, _ in lacks)
        sys.exit(
            "%s needs modules that are not here: %s\n  hint: %s -m pip install %s"
            % (path, names, sys.executable, names)
        )
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    enter_directory(manifest["process"]["cwd"], always=True)
    (fd,) = descriptors.aside([fd], [entry[0] for entry in manifest["descriptors"]])
    try:
        descriptors.take(manifest["descriptors"], False)
        os.lseek(fd, offset, os.SEEK_SET)
        length = os.fstat(fd).st_size - offset - skip_head(fd)
        reader, buffers = read_snapshot(fd, length, manifest)
        program = frames.build(objects.load(manifest, reader, buffers), _stand_ready, _give_up)
    except LinkClosed:
        sys.exit("%s is cut off: it ends before the program does" % path)
    finally:
        os.close(fd)
    holder = [program]
    del program
    start_from_hook(holder, False)


def _give_up(error: BaseException) -> NoReturn:
    """End: what keeps the program from standing is nothing that its own code may handle."""
    sys.__excepthook__(type(error), error, error.__traceback__)
    os._exit(1)


def _stand_ready(value: Any = None) -> Any:
    """Nobody waits for word that the program is there."""
    descriptors.connect()
    from .process import arrived

    arrived()
    return value
