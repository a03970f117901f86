"""Knows which modules the far side imports and which travel, and takes the travelling ones apart.

Must not know the pickler: it answers questions about modules and distributions, and keeps nothing between dumps but texts of files.
"""

from __future__ import annotations

import os
import sys
from types import ModuleType

from ..arrival import hooks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import AbstractSet, Any, Dict, Iterator, List, Optional, Tuple

    from typing_extensions import TypeGuard

#: Made anew by the far side for every module that travels, the last two only for a loader that is not the program's own.
_NOT_CARRIED = frozenset(("__builtins__",))
_NOR_LOADER = _NOT_CARRIED | {"__loader__", "__spec__"}

#: What the far side gets with pyteleport itself, so that it is never a need.
_OWN = frozenset(("pyteleport", "cloudpickle"))

_STANDARD_DIRECTORY = os.path.dirname(os.path.abspath(os.__file__)) + os.sep
_INSTALLED = (os.sep + "site-packages" + os.sep, os.sep + "dist-packages" + os.sep)
#: Top-level modules that are there, wherever they lie.
WITHOUT_ASKING = _OWN.union(getattr(sys, "stdlib_module_names", ()), sys.builtin_module_names)

IMPORTED, NEEDED, CARRIED = "imported", "needed", "carried"


def is_module(thing: object) -> TypeGuard[ModuleType]:
    """Whether this is a module. Where objects of the program are met, `isinstance` is not asked: it asks them for their `__class__`, which may be
    the program's code."""
    return issubclass(type(thing), ModuleType)


def fate(module: ModuleType, name: str) -> str:
    """What happens to a module of `sys.modules`: `IMPORTED` there, `NEEDED` (likewise, but not standard), or `CARRIED`."""
    if name == "__main__" or module is sys.modules.get(
        "__main__"
    ):  # `multiprocessing` calls it `__mp_main__` too
        return CARRIED
    if hooks.by_value and is_by_value(name):
        return CARRIED
    top = name.partition(".")[0]
    if top in WITHOUT_ASKING:
        return IMPORTED
    namespace = module.__dict__
    file = namespace.get("__file__")
    if file is None:
        spec = namespace.get("__spec__")
        if getattr(spec, "origin", None) in ("built-in", "frozen"):
            return IMPORTED
        portions = namespace.get("__path__")
        file = next(iter(portions), None) if portions is not None else None
        if file is None:
            return _fate_of_maker(module, name)
        file = os.path.join(str(file), "")
    if any(part in file for part in _INSTALLED):
        return NEEDED
    if file.startswith(_STANDARD_DIRECTORY):
        return IMPORTED
    if not file.endswith((".py", ".pyc", os.sep)) and _is_binary(file, namespace):
        return NEEDED
    return CARRIED


def is_loaded(module: ModuleType) -> bool:
    """Whether a module is in `sys.modules`, were it by another name than its own: `_io` calls itself `io` up to 3.11."""
    return sys.modules.get(module.__name__) is module or any(
        one is module for one in list(sys.modules.values())
    )


def name_of(thing: object, module: Optional[ModuleType]) -> Optional[str]:
    """By what name `module` has `thing`; None if it has not."""
    variables = list(module.__dict__.items()) if is_module(module) else []
    return next((name for name, value in variables if value is thing), None)


def is_by_value(name: str) -> bool:
    """Whether the program wants this module, or a package that it is in, to travel."""
    while name:
        if name in hooks.by_value:
            return True
        name = name.rpartition(".")[0]
    return False


def _fate_of_maker(module: ModuleType, name: str) -> str:
    """What happens to a module without a file. An extension module makes submodules of its own, and some packages put an object of a
    class of theirs in place of a module: it is there with them."""
    is_plain = type(module) is ModuleType
    while "." in name:
        name = name.rpartition(".")[0]
        above = sys.modules.get(name)
        if is_module(above):
            file = above.__dict__.get("__file__")
            if type(file) is str and (not is_plain or _is_binary(file, above.__dict__)):
                return fate(above, name)
    return CARRIED


def _is_binary(file: str, namespace: Dict[str, Any]) -> bool:
    return file.endswith(".so") or type(namespace.get("__loader__")).__name__ == "ExtensionFileLoader"


def is_kept_by_c(module: ModuleType) -> bool:
    """Whether C code has put a module of its own making into `sys.modules`, as Cython does with the types that its modules share."""
    from .instances import is_of_c

    space = module.__dict__
    return space.get("__file__") is None and any(
        issubclass(type(value), type) and value.__module__ == module.__name__ and is_of_c(value)
        for value in list(space.values())
    )


def not_carried(namespace: Dict[str, Any]) -> AbstractSet[str]:
    """The names of variables that the far side makes itself for the module with this namespace."""
    return _NOT_CARRIED if has_own_loader(namespace) else _NOR_LOADER


def has_own_loader(namespace: Dict[str, Any]) -> bool:
    """Whether a module comes from a loader that the program itself defines: this travels with it."""
    kind = type(namespace.get("__loader__"))
    home = kind.__module__
    if home.partition(".")[0] in _OWN or home == "builtins" or home.startswith("_frozen_importlib"):
        return False
    known = sys.modules.get(home)
    return known is not None and fate(known, home) == CARRIED


def describe(module: ModuleType, name: str) -> Dict[str, Any]:
    """The manifest's entry for a module that travels: enough to make its empty shell."""
    namespace = module.__dict__
    portions = namespace.get("__path__")
    spec = namespace.get("__spec__")
    return {
        "name": name,
        "file": _text(namespace.get("__file__")),
        "package": _text(namespace.get("__package__")),
        "path": [str(portion) for portion in portions] if portions is not None else None,
        "spec": _text(getattr(spec, "name", None)),
    }


def _text(value: object) -> Optional[str]:
    return value if isinstance(value, str) else None


def contents(module: ModuleType) -> Tuple[Dict[str, object], List[Tuple[str, object]], Tuple[str, ...]]:
    """A module's variables as definitions and plain values, then the others, then all names in their order.

    Definitions go first because rebuilding an object may run code that needs them.
    """
    first: Dict[str, object] = {}
    then: List[Tuple[str, object]] = []
    names: List[str] = []
    left = not_carried(module.__dict__)
    for name, value in module.__dict__.items():
        names.append(name)
        if name in left:
            continue
        if name == "__path__":
            first[name] = [str(portion) for portion in value]
        elif type(value) in _PLAIN or issubclass(type(value), (type, ModuleType)):
            first[name] = value
        else:
            then.append((name, value))
    return first, then, tuple(names)


_PLAIN = frozenset((type, type(describe), type(len), ModuleType, str, int, float, bool, bytes, type(None)))


_LONGEST = 1 << 24


def source(module: ModuleType) -> Optional[bytes]:
    """The text of a module that travels, so that tracebacks show it where its file is not; None if there is none."""
    loader = module.__dict__.get("__loader__")
    kept = getattr(loader, "pyteleport_source", None)
    if isinstance(kept, bytes):
        return kept
    file = module.__dict__.get("__file__")
    if not isinstance(file, str) or not file.endswith(".py"):
        file = file if module.__name__ == "__main__" and isinstance(file, str) else None
    if file is None:
        return None
    try:
        status = os.stat(file)
        mark = (status.st_ino, status.st_size, status.st_mtime_ns)
        known = _read.get(file)
        if known is None or known[0] != mark:
            known = _read[file] = (mark, _text_of(file))
        return known[1]
    except OSError:
        return None


def _text_of(file: str) -> Optional[bytes]:
    descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    try:
        size = os.fstat(descriptor).st_size
        text = os.read(descriptor, min(size + 1, _LONGEST))
        return text if len(text) == min(size, _LONGEST) else None  # a pipe, or it changes at this moment
    finally:
        os.close(descriptor)


#: Files that were read, by their path: which file it was and of when, with its text. A program that hops often reads its own once.
_read: Dict[str, Tuple[Tuple[int, ...], Optional[bytes]]] = {}


def version(name: str) -> Optional[str]:
    """The version of the distribution that a needed top-level module belongs to, read from its `.dist-info`'s name."""
    module = sys.modules.get(name)
    file = getattr(module, "__file__", None)
    if file is None:
        return None
    directory = os.path.dirname(file)
    if getattr(module, "__path__", None) is not None:
        directory = os.path.dirname(directory)
    try:
        entries = [entry for entry in os.listdir(directory) if entry.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return None
    wanted = _normal(name)
    for project, found in _projects(entries):
        if project == wanted:
            return found
    for entry in entries:
        if _provides(os.path.join(directory, entry), name):
            return next(_projects([entry]))[1]
    return None


def _projects(entries: List[str]) -> Iterator[Tuple[str, Optional[str]]]:
    for entry in entries:
        project, _, rest = entry.rpartition(".")[0].partition("-")
        yield _normal(project), rest.split("-py")[0] or None


def _normal(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")


def _provides(information: str, name: str) -> bool:
    for listing, pattern in (("top_level.txt", (name,)), ("RECORD", (name + "/", name + ".py,", name + "."))):
        try:
            with open(os.path.join(information, listing), encoding="utf-8") as lines:
                if any(
                    line.startswith(pattern) if listing == "RECORD" else line.strip() == name
                    for line in lines
                ):
                    return True
        except (OSError, ValueError):
            continue
    return False
