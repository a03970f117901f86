"""Knows the files of packages that travelled, and gives them to those who ask the import system for them.

Must not know which files come along; standard library only, every version.
"""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional, Tuple

__all__ = ["Finder", "Folder", "held", "read", "take"]

#: Of each package that is in no other, its files by their path below it; None for what has not come along.
held: Dict[str, Dict[str, Optional[bytes]]] = {}


def take(files: Dict[str, Dict[str, Optional[bytes]]]) -> None:
    held.update(files)
    sys.meta_path.append(Finder())


def _found(top: str, path: str) -> bytes:
    content = held[top][path]
    if content is None:
        raise FileNotFoundError(
            "the file %r of package %r stayed where the program came from: it is too large to go along; name it in `files`"
            % (path, top)
        )
    return content


def below(package: str) -> Optional[Tuple[str, str]]:
    """The package whose files are held that `package` is in, and the path from there, with a slash unless it is empty."""
    top, _, rest = package.partition(".")
    return (top, "".join(part + "/" for part in rest.split(".") if part)) if top in held else None


def read(module: str, path: str) -> Optional[bytes]:
    """What `path`, a file beside that of a module that travelled, had as its content; None if it has not come along."""
    top = module.partition(".")[0]
    for portion in getattr(sys.modules.get(top), "__path__", ()):
        relative = os.path.relpath(path, portion)
        if top in held and relative in held[top]:
            return _found(top, relative)
    return None


class Folder:
    """A folder, or a file, in a package that travelled: what `importlib.resources` asks of one (`Traversable`)."""

    def __init__(self, top: str, path: str) -> None:
        self._top, self._path = top, path

    @property
    def name(self) -> str:
        return self._path.rstrip("/").rpartition("/")[2] or self._top

    def is_dir(self) -> bool:
        return not self._path or any(one.startswith(self._path.rstrip("/") + "/") for one in held[self._top])

    def is_file(self) -> bool:
        return self._path in held[self._top]

    def iterdir(self) -> Iterator[Folder]:
        start = self._path and self._path.rstrip("/") + "/"
        names = [one[len(start) :].partition("/")[0] for one in held[self._top] if one.startswith(start)]
        for name in dict.fromkeys(names):
            yield Folder(self._top, start + name)

    def joinpath(self, *names: Any) -> Folder:
        parts = [part for name in names for part in str(name).split("/") if part and part != "."]
        start = self._path and self._path.rstrip("/") + "/"
        return Folder(self._top, os.path.normpath(start + "/".join(parts)) if parts else self._path)

    __truediv__ = joinpath

    def open(self, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if not self.is_file():
            raise (IsADirectoryError if self.is_dir() else FileNotFoundError)(str(self))
        stream = io.BytesIO(_found(self._top, self._path))
        return stream if "b" in mode else io.TextIOWrapper(stream, *arguments, **options)

    def read_bytes(self) -> bytes:
        with self.open("rb") as stream:
            return stream.read()  # type: ignore[no-any-return]

    def read_text(self, encoding: Optional[str] = None, errors: Optional[str] = None) -> str:
        with self.open("r", encoding=encoding, errors=errors) as stream:
            return stream.read()  # type: ignore[no-any-return]

    def __str__(self) -> str:
        return os.path.join(self._top, self._path)

    def __repr__(self) -> str:
        return "Folder(%r, %r)" % (self._top, self._path)


class Reader:
    """What `importlib.resources` asks a loader's package for: `files` from 3.9 on, the rest before."""

    def __init__(self, package: str) -> None:
        self._package = package

    def files(self) -> Any:
        place = below(self._package)
        if place is not None:
            return Folder(place[0], place[1].rstrip("/"))
        from pathlib import Path

        portions = list(getattr(sys.modules.get(self._package), "__path__", ()))
        if not portions:
            raise FileNotFoundError("no files of package %r are here" % self._package)
        return Path(portions[0])

    def open_resource(self, resource: str) -> Any:
        return self.files().joinpath(resource).open("rb")

    def resource_path(self, resource: str) -> str:
        path = self.files().joinpath(resource)
        if isinstance(path, Folder):
            raise FileNotFoundError(
                resource
            )  # so that whoever asks makes a file of what `open_resource` gives
        return str(path)

    def is_resource(self, path: str) -> bool:
        return bool(self.files().joinpath(path).is_file())

    def contents(self) -> List[str]:
        return [one.name for one in self.files().iterdir()]


class Finder:
    """Finds modules of packages that travelled that nobody had imported yet. After all others: what is on disk here goes first."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        place = below(name)
        if place is None or "." not in name or name.partition(".")[0] not in sys.modules:
            return None
        top, start = place
        files = held[top]
        file, package = start.rstrip("/") + ".py", start + "__init__.py"
        found = package if package in files else file
        if found not in files:
            return None
        from .objects import SourceLoader

        portion = next(iter(getattr(sys.modules[top], "__path__", ())), top)
        origin = os.path.join(portion, found)
        loader: Any = SourceLoader(name, origin)
        loader.pyteleport_source = _found(top, found)
        spec = type(sys.__spec__)(name, loader, origin=origin, is_package=found == package)
        if found == package:
            spec.submodule_search_locations = [os.path.dirname(origin)]
        spec.has_location = True
        return spec

    def invalidate_caches(self) -> None:
        pass
