"""Knows how a snapshot's objects come to life: module shells first, then the pickle stream into them, then what is left.

Must not know frames or the link; standard library only, every version, and as few imports as possible.
"""

from __future__ import annotations

import sys
from _pickle import Unpickler as _CUnpickler
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, Optional, Sequence, Tuple

    Namespace = Dict[str, Any]


class SourceLoader:
    """Loader of a module that travelled: gives its source to `linecache` and `inspect` though no file is there."""

    def __init__(self, name: str, path: Optional[str]) -> None:
        self.name = name
        self.path = path
        self.pyteleport_source: Optional[bytes] = None
        #: What the module's code writes into, for the next hop.
        self.pyteleport_stores: Any = None

    def get_source(self, fullname: Optional[str] = None) -> Optional[str]:
        if self.pyteleport_source is None:
            return None
        from importlib.util import decode_source

        return decode_source(self.pyteleport_source)

    def get_filename(self, fullname: Optional[str] = None) -> Optional[str]:
        return self.path

    def get_code(self, fullname: Optional[str] = None) -> Any:
        source = self.get_source()
        return (
            None
            if source is None
            else compile(source, self.path or "<%s>" % self.name, "exec", dont_inherit=True)
        )

    def is_package(self, fullname: Optional[str] = None) -> bool:
        return hasattr(sys.modules.get(self.name), "__path__")

    def get_data(self, path: str) -> bytes:
        known = sys.modules.get(__package__ + ".resources")
        content: Optional[bytes] = known.read(self.name, path) if known is not None else None
        if content is not None:
            return content
        with open(path, "rb") as stream:
            return stream.read()

    def get_resource_reader(self, fullname: str) -> Any:
        from .resources import Reader

        return Reader(fullname) if self.is_package() else None

    def create_module(self, spec: Any) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        code = self.get_code()
        if code is None:
            raise ImportError("the source of module %r did not travel" % self.name, name=self.name)
        exec(code, module.__dict__)


class Held:
    """Holds the root of the program among the pieces of the pickle."""

    __slots__ = ("root",)

    def __init__(self, root: Any) -> None:
        self.root = root


hold = Held
pieces = list


class Unpickler(_CUnpickler):
    """Reads the stream that `reducers.Pickler` wrote."""

    def persistent_load(self, pid: Any) -> Any:
        if type(pid) is not str:
            return pid
        found = _said.get(pid)
        return interpreter_own(pid) if found is None else found


def interpreter_own(name: str) -> Any:
    """What the near side has a name for: `sys.path`, or a word for what stands in a module beside this one."""
    home, _, rest = name.partition(".")
    value: Any = sys
    if home != "sys":
        value = sys.modules.get("%s.%s" % (__package__, home)) or __import__(
            "%s.%s" % (__package__, home), None, None, (rest,)
        )
    for part in rest.split("."):
        value = getattr(value, part)
    if home != "sys":
        _said[name] = value
    return value


#: What words stand for, once they were met.
_said: Dict[str, Any] = {}


def words() -> Iterator[Tuple[str, Any]]:
    """The words for what rebuilds the most of what there is, with what they stand for."""
    for home, names in _WORDS.items():
        for name in names:
            word = "%s.%s" % (home, name)
            yield word, interpreter_own(word)


_WORDS = {
    "objects": (
        "constant",
        "fill",
        "finish",
        "hold",
        "member",
        "module",
        "namespace",
        "pieces",
        "set_streams",
    ),
    "rebuild": (
        "code",
        "empty_cell",
        "fill_class",
        "function",
        "make_class",
        "make_function",
        "set_cell",
        "set_function",
    ),
}


def load(manifest: Dict[str, Any], reader: Any, buffers: Sequence[Any]) -> Any:
    """Build all modules and objects of a snapshot; returns the root that was given to `dump`."""
    for entry in manifest["modules"]:
        make_shell(entry)
    if manifest.get("files"):
        from . import resources

        resources.take(manifest["files"])
    pieces = Unpickler(reader, buffers=buffers).load()
    held = pieces[-1]
    assert type(held) is Held
    return held.root


def make_shell(entry: Dict[str, Any]) -> ModuleType:
    """Put an empty module into `sys.modules`, for its contents to be filled in.

    `__main__` is a new one too: the variables of the one that is there belong to the script that this interpreter was started with, whose
    frame lives to the end of the process, and what they hold would not be finalised.
    """
    name = entry["name"]
    main = name == "__main__"
    shell = ModuleType(name)
    namespace = shell.__dict__
    loader: Any = SourceLoader(name, entry["file"])
    spec: Any = None
    spec_name = entry.get("spec")
    if spec_name is not None:
        spec = type(sys.__spec__)(
            spec_name, loader, origin=entry["file"], is_package=entry["path"] is not None
        )
        spec.has_location = entry["file"] is not None
        if entry["path"] is not None:
            spec.submodule_search_locations[:] = entry["path"]
    namespace.clear()
    namespace["__name__"] = name
    namespace["__loader__"] = loader
    namespace["__spec__"] = spec
    namespace["__builtins__"] = sys.modules["builtins"] if main else sys.modules["builtins"].__dict__
    sys.modules[name] = shell
    return shell


def module(name: str) -> Any:
    """The module of that name, which is a shell or else is imported."""
    found = sys.modules.get(name)
    if found is None:
        __import__(name)
        found = sys.modules[name]
    return found


def namespace(name: str) -> Namespace:
    variables: Namespace = module(name).__dict__
    return variables


def nan(bits: bytes) -> float:
    from struct import unpack

    number: float = unpack("<d", bits)[0]
    return number


def constant(home: str, name: str) -> Any:
    return getattr(module(home), name)


def standing(home: str, way: str) -> Any:
    """What stands at the end of a way of attributes through a module."""
    found = module(home)
    for name in way.split("."):
        found = getattr(found, name)
    return found


def member(owner: Any, name: str) -> Any:
    """A descriptor or method as it stands in its class, not bound."""
    found = owner.__dict__.get(name)
    if found is None:
        # 3.15: the descriptors `__dict__` and `__weakref__` are one for all classes and say they are `object`'s.
        found = type("_", (), {}).__dict__[name]
    return found


def fill(variables: Namespace, values: Namespace, source: Optional[bytes] = None) -> None:
    """Put `values` into a module's shell, and its source where tracebacks look for it."""
    variables.update(values)
    if source is not None:
        loader = variables.get("__loader__")
        if type(loader) is SourceLoader:
            loader.pyteleport_source = source
            if loader.path is None:
                loader.path = values.get("__file__")


def finish(*orders: Tuple[Namespace, Tuple[str, ...]]) -> None:
    """Give each travelled module's variables the order they had."""
    for variables, names in orders:
        made = {name: value for name, value in variables.items() if name not in names}
        ordered = {name: variables[name] for name in names if name in variables}
        variables.clear()
        variables.update(ordered)
        variables.update(made)


def set_streams(streams: Dict[str, Any]) -> None:
    for name, stream in streams.items():
        setattr(sys, name, stream)


def loose_module(name: str) -> ModuleType:
    return ModuleType(name)


def fill_loose_module(loose: ModuleType, variables: Namespace) -> None:
    loose.__dict__.setdefault("__builtins__", sys.modules["builtins"].__dict__)
    loose.__dict__.update(variables)


def show_sources() -> None:
    """Give the sources that travelled to `linecache`, for those who ask it by file name alone."""
    import linecache

    for loaded in list(sys.modules.values()):
        loader = loaded.__dict__.get("__loader__") if issubclass(type(loaded), ModuleType) else None
        if type(loader) is SourceLoader and loader.path is not None:
            text = loader.get_source()
            if text is not None:
                lines = text.splitlines(True)
                linecache.cache[loader.path] = (len(text), None, lines, loader.path)


def lazy_import(statement: str, is_unfinished: bool = False) -> Any:
    """What a `lazy` import gives; if it is unfinished, that from which it was about to take its names."""
    variables: Namespace = {}
    exec(statement, variables)
    del variables["__builtins__"]
    found = variables.popitem()[1]
    if is_unfinished:
        from gc import get_referents

        found = next(one for one in get_referents(found) if type(one) is type(found))
    return found


def further_copy(name: str) -> ModuleType:
    """Another copy of a module in C than the one that is imported."""
    from importlib.util import find_spec, module_from_spec

    imported = sys.modules.pop(name, None)
    try:
        spec = find_spec(name)
        if spec is None or spec.loader is None:
            raise ImportError("the module %s is not here" % name, name=name)
        made = module_from_spec(spec)
        spec.loader.exec_module(made)
    finally:
        sys.modules.pop(name, None)
        if imported is not None:
            sys.modules[name] = imported
    return made
