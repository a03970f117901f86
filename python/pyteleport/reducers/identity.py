"""Knows the objects every interpreter has of its own (streams, `sys` tables, module namespaces) and names for them.

Must not know how anything is pickled: it only fills the table that a pickler's `persistent_id` looks into.
"""

from __future__ import annotations

import sys

from .. import _native
from ..arrival import hooks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

    #: What stands for an object, by its `id`; True for the namespace of a module.
    Known = Dict[int, object]


#: The interpreter's own standard streams with their layers.
_STREAMS = [
    name + layer
    for name in ("__stdin__", "__stdout__", "__stderr__")
    for layer in ("", ".buffer", ".buffer.raw")
]


class Namespace:
    """Stands for the `__dict__` of a module in `sys.modules`, so that `globals()` stays that very dict."""

    __slots__ = ("module",)

    def __init__(self, module: Any) -> None:
        self.module = module


class Table:
    """Stands for a table that an imported module has."""

    __slots__ = ("home", "way")

    def __init__(self, home: str, way: str) -> None:
        self.home = home
        self.way = way


#: What every interpreter has of its own: the module, the attributes that lead there, and what stands for it. What the tables hold on
#: arrival is the arrival's business.
_WAYS: Any = tuple(
    [
        (sys, tuple(way.split(".")), "sys." + way)
        for way in (
            "modules",
            "path",
            "argv",
            "meta_path",
            "path_hooks",
            "path_importer_cache",
            "warnoptions",
            "flags",
            "implementation",
            *_STREAMS,
        )
    ]
    + [
        (home, tuple(way.split(".")), Table(home, way))
        for home, way in (
            ("gc", "callbacks"),
            ("copyreg", "dispatch_table"),
            ("warnings", "filters"),
            ("weakref", "finalize._registry"),
        )
    ]
)


class Nan:
    """Stands for a float that equals nothing, and stays one object: containers find it by its identity."""

    __slots__ = ("number",)

    def __init__(self, number: float) -> None:
        self.number = number


def make_persistent_id(
    table: Known, numbers: List[int], sets: List[Any]
) -> Callable[[object], Optional[object]]:
    """A `persistent_id` that answers from `table`, and enters into `numbers` each int that may be an address, into `sets` each set.

    It is called once for every object that is pickled, so it is native.
    """
    left = hooks.left
    has_atoms = bool(left) and any(type(thing) in _ATOMS for thing in left.values())
    made: Callable[[object], Optional[object]] = _native.engine().make_persistent_id(
        table, _modules(), Namespace, numbers, sets, Nan, has_atoms
    )
    return made


#: Types whose instances are in no table, but for those that the program has left.
_ATOMS = (str, bytes, int, float, bool, type(None))


def _modules() -> Dict[str, Any]:
    return sys.modules if type(sys.modules) is dict else dict(sys.modules)


def is_namespace(entry: object) -> bool:
    """Whether an entry of the table stands for the namespace of a module in `sys.modules`."""
    return entry is True or type(entry) is Namespace


def table() -> Known:
    """A table in which the namespaces of all modules are, by True.

    The modules are looked at anew each time, as others may have been imported and some removed since; natively, as there are many.
    """
    made: Known = _native.engine().namespaces(_modules())
    return made


def fill(table: Known, keep: List[object]) -> None:
    """Enter the interpreter's own objects into `table`, and into `keep`, so that none is freed meanwhile."""
    _native.engine().enter(table, keep, _modules(), _WAYS)


def name_of_stream(stream: object) -> Optional[str]:
    """By what dotted name the interpreter has `stream`, if it is one of its standard streams or a layer of one."""
    for way in _STREAMS:
        found: Any = sys
        try:
            for name in way.split("."):
                found = getattr(found, name)
        except (AttributeError, ValueError):  # ValueError: it was detached
            continue
        if found is stream:
            return "sys." + way
    return None
