"""Knows the objects every interpreter has of its own (streams, `sys` tables, module namespaces) and names for them.

Must not know how anything is pickled: it only fills the table that a pickler's `persistent_id` looks into.
"""

from __future__ import annotations

import sys
from types import ModuleType

from .. import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

    #: What stands for an object, by its `id`; a module stands for its namespace.
    Table = Dict[int, object]


#: Tables of `sys` whose identity programs rely on; what they hold on arrival is the arrival's business.
_SYS_TABLES = ("modules", "path", "argv", "meta_path", "path_hooks", "path_importer_cache", "warnoptions")
_STREAMS = [
    (name, ["sys." + name, "sys.%s.buffer" % name, "sys.%s.buffer.raw" % name])
    for name in ("__stdin__", "__stdout__", "__stderr__")
]


class Namespace:
    """Stands for the `__dict__` of a module in `sys.modules`, so that `globals()` stays that very dict."""

    __slots__ = ("module",)

    def __init__(self, module: Any) -> None:
        self.module = module


class Nan:
    """Stands for a float that equals nothing, and stays one object: containers find it by its identity."""

    __slots__ = ("number",)

    def __init__(self, number: float) -> None:
        self.number = number


def make_persistent_id(
    table: Table, numbers: List[int], sets: List[Any]
) -> Callable[[object], Optional[object]]:
    """A `persistent_id` that answers from `table`, and enters into `numbers` each int that may be an address, into `sets` each set.

    It is called once for every object that is pickled, so it is native.
    """
    made: Callable[[object], Optional[object]] = _native.engine().make_persistent_id(
        table, Namespace, numbers, sets, Nan
    )
    return made


def is_namespace(entry: object) -> bool:
    """Whether an entry of the table stands for the namespace of a module in `sys.modules`."""
    return type(entry) is Namespace or isinstance(entry, ModuleType)


def fill(table: Table, keep: List[object]) -> None:
    """Enter the interpreter's own objects into `table`, and into `keep` what must not be freed meanwhile.

    The modules are looked at anew each time, as others may have been imported and some removed since; natively, as there are many.
    """
    modules = sys.modules if type(sys.modules) is dict else dict(sys.modules)
    _native.engine().enter_modules(table, modules)
    for name in _SYS_TABLES:
        value = getattr(sys, name, None)
        if value is not None:
            table[id(value)] = "sys." + name
    for name, stream in standard_streams():
        keep.append(stream)
        table[id(stream)] = name


def standard_streams() -> List[Tuple[str, Any]]:
    """The interpreter's own standard streams with their layers, each with its dotted name."""
    found: List[Tuple[str, Any]] = []
    for name, paths in _STREAMS:
        text: Any = getattr(sys, name, None)
        binary = getattr(text, "buffer", None)
        layers = (text, binary, getattr(binary, "raw", None))
        found += [pair for pair in zip(paths, layers) if pair[1] is not None]
    return found
