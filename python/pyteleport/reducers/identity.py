"""Knows the objects every interpreter has of its own (streams, `sys` tables, module namespaces) and names for them.

Must not know how anything is pickled: it only fills the table that a pickler's `persistent_id` looks into.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

    Table = Dict[int, object]


#: Tables of `sys` whose identity programs rely on; what they hold on arrival is the arrival's business.
_SYS_TABLES = ("modules", "path", "argv", "meta_path", "path_hooks", "path_importer_cache", "warnoptions")
_STREAMS = ("__stdin__", "__stdout__", "__stderr__")


class Namespace:
    """Stands for the `__dict__` of a module in `sys.modules`, so that `globals()` stays that very dict."""

    __slots__ = ("module",)

    def __init__(self, module: Any) -> None:
        self.module = module


def _lookup(table: Table) -> Callable[[object], Optional[object]]:
    get = table.get
    return lambda obj: get(id(obj))


def make_persistent_id(table: Table) -> Callable[[object], Optional[object]]:
    """A `persistent_id` that answers from `table`, which maps `id(object)` to what stands for the object.

    It is called once for every object that is pickled, so the engine's native one is used where there is one.
    """
    try:
        from pyteleport._engine import make_persistent_id as native
    except ImportError:
        return _lookup(table)
    made: Callable[[object], Optional[object]] = native(table)
    return made


def fill(table: Table, keep: List[object]) -> None:
    """Enter the interpreter's own objects into `table`, and into `keep` what must not be freed meanwhile."""
    module_type = type(sys)
    for module in list(sys.modules.values()):
        if isinstance(module, module_type):
            keep.append(module)
            table[id(module.__dict__)] = Namespace(module)
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
    for name in _STREAMS:
        stream: Any = getattr(sys, name, None)
        path = "sys." + name
        for layer in ("", ".buffer", ".raw"):
            if layer:
                stream = getattr(stream, layer[1:], None)
                path += layer
            if stream is None:
                break
            found.append((path, stream))
    return found
