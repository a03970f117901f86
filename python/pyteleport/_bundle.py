"""Knows what a program needs to hop again from where it arrives, and how that is packed, named and unpacked.

Must not know the link: it gives texts and bytes.
"""

from __future__ import annotations

import os
import sys

from .errors import TeleportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Iterator, List, Optional, Tuple

__all__ = ["STAGE_HERE", "Bundle", "command_path", "files", "homes", "make", "secret_path", "source"]

STAGE_HERE = """
import sys
sys.path.insert(0,%(home)r)
from pyteleport.arrival import boot
del sys.path[0]
boot.main(%(config)r)
"""

_COMMAND, _SECRET = os.path.join("_bin", "pyteleport"), os.path.join("_bin", "hash_secret.so")
_NATIVE = ("_engine.abi3.so", "_read_hook.abi3.so", _COMMAND, _SECRET)
_made: Dict[bool, Bundle] = {}


def package() -> str:
    """Return the directory of this package.

    Raises:
        TeleportError: there is none, because the package came inside of a dump.
    """
    try:
        return os.path.dirname(os.path.abspath(__file__))
    except NameError:
        raise TeleportError(
            "this program was resumed from a file, where pyteleport is not installed.",
            "install the same version of pyteleport here to let it hop again",
            "no-engine",
        ) from None


def command_path() -> str:
    """Return where the native command lies."""
    return os.path.join(package(), _COMMAND)


def secret_path() -> str:
    """Return where the library lies that gives an interpreter its hash secret."""
    return os.path.join(package(), _SECRET)


def _cloudpickle() -> Optional[str]:
    module = sys.modules.get("cloudpickle")
    if module is None:
        from importlib.util import find_spec

        spec = find_spec("cloudpickle")
        where = spec.origin if spec else None
    else:
        where = module.__file__
    return os.path.dirname(os.path.abspath(where)) if where else None


def homes() -> Dict[str, str]:
    """Return the directory in which each package that travels is found."""
    found = {"pyteleport": os.path.dirname(package())}
    module = sys.modules.get("cloudpickle")
    if module is not None and module.__file__:
        found["cloudpickle"] = os.path.dirname(os.path.dirname(os.path.abspath(module.__file__)))
    return found


def files(complete: bool) -> Iterator[Tuple[str, str]]:
    """Give the name in the archive and the path of each file that travels, in a fixed order."""
    roots = [("pyteleport", package())]
    other = _cloudpickle()
    if other:
        roots.append(("cloudpickle", other))
    for name, root in roots:
        for directory, below, files in os.walk(root):
            below[:] = sorted(entry for entry in below if entry not in ("__pycache__", "_bin"))
            for file in sorted(files):
                if file.endswith(".py"):
                    path = os.path.join(directory, file)
                    yield name + path[len(root) :], path
    if complete:
        for file in _NATIVE:
            path = os.path.join(roots[0][1], file)
            if os.path.exists(path):
                yield os.path.join("pyteleport", file), path


class Bundle:
    """What travels, named by the hash of its contents.

    Args:
        files: name in the archive and path of each file.
    """

    def __init__(self, files: List[Tuple[str, str]]) -> None:
        self.files = files
        self.id = self._identify()

    def _identify(self) -> str:
        from hashlib import sha256

        state = [(name, path, os.stat(path).st_size, os.stat(path).st_mtime_ns) for name, path in self.files]
        key = sha256(repr(state).encode("utf-8", "surrogateescape")).hexdigest()[:32]
        note = os.path.join(cache_directory(), "id-" + key)
        try:
            with open(note) as file:
                known = file.read()
            if len(known) == 32:
                return known
        except OSError:
            pass
        whole = sha256()
        for name, path in self.files:
            with open(path, "rb") as content:
                data = content.read()
            whole.update(b"%s %d\n" % (name.encode(), len(data)))
            whole.update(data)
        name = whole.hexdigest()[:32]
        try:
            os.makedirs(cache_directory(), 0o700, exist_ok=True)
            with open("%s.%d" % (note, os.getpid()), "w") as file:
                file.write(name)
            os.replace("%s.%d" % (note, os.getpid()), note)
        except OSError:
            pass
        return name

    def archive(self) -> bytes:
        """Return the zip archive of all files."""
        from io import BytesIO
        from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for name, path in self.files:
                info = ZipInfo(name)
                info.compress_type = ZIP_DEFLATED
                native = not name.endswith(".py")
                info.external_attr = (0o700 if native else 0o600) << 16
                with open(path, "rb") as content:
                    archive.writestr(info, content.read())
        return stream.getvalue()


def cache_directory() -> str:
    """Return this user's directory for unpacked bundles."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(home, "pyteleport")


def make(complete: bool) -> Bundle:
    """Return the bundle, with the native parts if `complete`."""
    if complete not in _made:
        _made[complete] = Bundle(list(files(complete)))
    return _made[complete]


def source() -> str:
    """Return the text that unpacks a bundle on the far side and goes on in it."""
    return _STAGE_THERE


_STAGE_THERE = """
import os,sys
I=%(id)r
def sound(d):
    try: s=os.lstat(d)
    except OSError: return False
    return s.st_uid==os.getuid() and not s.st_mode&0o022 and s.st_mode&0o170000==0o40000
def unpack(z,d):
    import io,zipfile
    with zipfile.ZipFile(io.BytesIO(z)) as a:
        for i in a.infolist():
            p=a.extract(i,d)
            os.chmod(p,i.external_attr>>16)
def settle(z):
    c=os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"),"pyteleport")
    d=os.path.join(c,I)
    if not z:
        if sound(c) and sound(d): return d
        sys.exit("pyteleport: %%s is not this user's alone; remove it" %% d)
    try:
        os.makedirs(c,0o700,exist_ok=True)
        if not sound(c): raise OSError
        t="%%s.%%d" %% (d,os.getpid())
        os.mkdir(t,0o700)
        unpack(z,t)
        try: os.rename(t,d)
        except OSError:
            import shutil
            shutil.rmtree(t,True)
            if not sound(d): raise
        return d
    except OSError:
        import tempfile
        t=tempfile.mkdtemp(prefix="pyteleport-")
        unpack(z,t)
        return t
k=R(5)
d=settle(R(int.from_bytes(k[1:],"little")))
sys.path.insert(0,d)
from pyteleport.arrival import boot
del sys.path[0]
boot.main(dict(%(config)r,homes={"pyteleport":d,"cloudpickle":d}))
"""
