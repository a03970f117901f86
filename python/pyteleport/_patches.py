"""Knows what a program has put into modules that are imported over there: functions of its own in place of theirs.

Must not know what was there before: only what belongs to the program shows that it was put there.
"""

from __future__ import annotations

import sys
from types import FunctionType, ModuleType

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

__all__ = ["held"]

_WRAPPED = (staticmethod, classmethod)


def held() -> List[Tuple[Any, Tuple[str, ...], Any]]:
    """Each module with the way to an attribute of it, or of a class of it, and what the program has put there."""
    from .reducers import modules

    fate, carried = modules.fate, modules.CARRIED
    homes: Dict[str, ModuleType] = {
        name: module
        for name, module in list(sys.modules.items())
        if type(module) is ModuleType and fate(module, name) != carried
    }
    spaces = [module.__dict__ for module in homes.values()]
    names = set(homes)
    names.update([space["__name__"] for space in spaces if type(space.get("__name__")) is str])
    names.discard("unittest.mock")  # a mock belongs to who made it
    found = []
    for index, key, member, value in _native.engine().foreign(spaces, names):
        home = spaces[index].get("__name__")
        if _is_programs(value, home) and not str(home).startswith("pyteleport"):
            owner = list(homes.values())[index]
            found.append((owner, (key,) if member is None else (key, member), value))
    return found


def _is_programs(value: Any, home: object) -> bool:
    """Whether a value that stands in module `home` has come there from a module that travels."""
    kind = type(value)
    if kind in _WRAPPED:
        return _is_programs(value.__func__, home)
    if kind is property:
        return any(_is_programs(one, home) for one in (value.fget, value.fset, value.fdel) if one is not None)
    if kind is FunctionType:
        return _travels(value.__globals__.get("__name__"))
    if isinstance(value, type):
        return _travels(value.__module__)
    return _travels(kind.__module__) or kind.__module__ == "unittest.mock" != home


def _travels(name: Any) -> bool:
    from .reducers import modules

    module = sys.modules.get(name) if type(name) is str else None
    return isinstance(module, ModuleType) and modules.fate(module, name) == modules.CARRIED


def reductions() -> Dict[type, Any]:
    """What the program has told `copyreg`."""
    import copyreg

    from ._process import travels

    return {kind: reduce for kind, reduce in copyreg.dispatch_table.items() if travels(reduce)}
