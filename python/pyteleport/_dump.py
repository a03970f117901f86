"""Knows the file that `dump` makes: a .pyc whose code carries the arrival sources, followed by a snapshot.

Must not know how a snapshot is made, nor how it becomes a program again.
"""

from __future__ import annotations

import marshal
import os
from importlib.util import MAGIC_NUMBER

from . import _bundle, _hashes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple

__all__ = ["save"]

_LOADER = """
def resume(start, length):
    import marshal, os, sys
    from importlib.machinery import PathFinder
    from importlib.util import spec_from_loader
    with open(__file__, "rb") as file:
        file.seek(start)
        manifest, sources, came_from, library = marshal.loads(file.read(length))
    hashes = {"__name__": "pyteleport.arrival.hashes"}
    exec(sources["pyteleport.arrival.hashes"][2], hashes)
    started_anew = os.environ.pop("PYTELEPORT_HASHES", None)
    if hashes["mark"]() != manifest["hash"] and library is not None and not started_anew:
        hashes["restart"](library, PYTELEPORT_HASHES="given")
    def same(home, name):
        try:
            with open(os.path.join(home, sources[name][1]), encoding="utf-8") as file:
                return file.read() == sources[name][2]
        except (OSError, ValueError):
            return False
    # An installation of just these sources can hop again, what travelled in the file has no engine.
    homes = {}
    for package in came_from:
        names = [name for name in sources if name.partition(".")[0] == package]
        for home in [came_from[package]] + sys.path + manifest["process"]["path"]:
            if all(same(home, name) for name in names):
                homes[package] = home
                break
    class Carried:
        __module__ = "pyteleport.arrival.resume"
        def find_spec(self, name, path=None, target=None):
            if name in homes:
                return PathFinder.find_spec(name, [homes[name]], target)
            if name not in sources or name.partition(".")[0] in homes:
                return None
            package, origin, _ = sources[name]
            return spec_from_loader(name, self, origin=origin, is_package=package)
        def create_module(self, spec):
            return None
        def exec_module(self, module):
            _, origin, text = sources[module.__name__]
            exec(compile(text, origin, "exec", dont_inherit=True), module.__dict__)
        def get_source(self, name):
            return sources[name][2]
        def is_package(self, name):
            return sources[name][0]
    sys.meta_path.insert(0, Carried())
    from pyteleport.arrival.resume import main
    main(__file__, start + length, manifest)
resume(int("%020d"), int("%020d"))
"""


def save(snapshot: Any, destination: Any) -> None:
    """Write `snapshot` as a file that `python FILE` resumes.

    Args:
        snapshot: its `manifest`, `head` and `chunks` are used.
        destination: a path, or a binary file open for writing.

    Raises:
        OSError: it can't be written; what was at the path before is untouched.
    """
    head = _loader(snapshot) + snapshot.head()
    if hasattr(destination, "write"):
        for chunk in (head, *snapshot.chunks):
            destination.write(chunk)
        return
    path = os.path.abspath(os.fspath(destination))
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    aside = os.path.join(os.path.dirname(path), ".%s.%d" % (os.path.basename(path), os.getpid()))
    mode = 0o600  # it holds all the program's data
    fd = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    try:
        with open(fd, "wb", 1 << 16) as file:
            file.write(head)
            for chunk in snapshot.chunks:
                file.write(chunk)
            file.flush()
            os.fsync(fd)
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise


def _loader(snapshot: Any) -> bytes:
    carried = marshal.dumps((snapshot.with_files(False), _sources(), _bundle.homes(), _hashes.image()))
    size = 0
    for _ in range(2):  # the code says where it ends itself, in a text of always the same length
        text = _LOADER % (size, len(carried))
        code = (
            MAGIC_NUMBER
            + bytes(12)
            + marshal.dumps(compile(text, "<pyteleport dump>", "exec", dont_inherit=True))
        )
        size = len(code)
    return code + carried


def _sources() -> Dict[str, Tuple[bool, str, str]]:
    """Return of each module that may be needed over there: whether it is a package, its file's name, and its text."""
    sources = {}
    for name, path in _bundle.files(complete=False):
        parts = name[:-3].split("/")
        package = parts[-1] == "__init__"
        with open(path, encoding="utf-8") as file:
            sources[".".join(parts[:-1] if package else parts)] = (package, name, file.read())
    return sources
