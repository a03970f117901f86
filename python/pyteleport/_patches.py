"""Knows what a program has put into modules that are imported over there: functions of its own in place of theirs.

Must not know what was there before: what belongs to the program shows that it was put there; for the rest see `_written`.
"""

from __future__ import annotations

import sys
from types import FunctionType, ModuleType

from . import _native, _written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

__all__ = ["held"]

_WRAPPED = (staticmethod, classmethod)


def held() -> Dict[str, Any]:
    """What the program has put into imported modules.

    `patches`: each module or class with the way to an attribute of it, and what stands there; `deleted`: the same for attributes
    that are no more; `amended`: the same for containers, with what has changed in them; `stores`: what `written` needs to know
    again of the modules that travel. `shared`: each list and dict that a module of the program has by a name of its own too, with the name
    of the imported module that it is from, and the name there. `modules`: what else stands in `sys.modules`, by name: the modules that travel, which perhaps
    nothing else refers to, and what the program has put in the place of one.
    """
    from .reducers import modules

    fate, carried = modules.fate, modules.CARRIED
    homes: Dict[str, ModuleType] = {}
    own: Dict[str, ModuleType] = {}
    standing: Dict[str, Any] = {}
    for name, module in list(sys.modules.items()):
        if type(module) is ModuleType:
            (own if fate(module, name) == carried else homes)[name] = module
        elif module is None or _travels(type(module).__module__):
            standing[name] = module
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
    shared = _shared(own, homes)
    result = _written.held(own, homes, {(id(owner), names) for owner, names, _ in found})
    if shared:
        result["shared"] = shared
    if found:
        result["patches"] = found + result.get("patches", [])
    standing.update((name, one) for name, one in own.items() if not modules.is_kept_by_c(one))
    if standing.keys() - {"__main__"}:
        result["modules"] = standing
    return result


def _shared(own: Dict[str, ModuleType], homes: Dict[str, ModuleType]) -> List[Tuple[str, str, Any]]:
    """What came by `from module import TABLE`: it stays one with what the module has."""
    wanted = {
        id(value): value
        for module in own.values()
        for name, value in module.__dict__.items()
        if type(value) in (list, dict) and not name.startswith("__")
    }
    if not wanted:
        return []
    names = list(homes)
    found: Dict[int, Tuple[str, str, Any]] = {}
    engine = _native.engine()
    for place, name, value in engine.shared([homes[name].__dict__ for name in names], wanted):
        if type(name) is str and names[place].partition(".")[0] not in _LEFT:
            found.setdefault(id(value), (names[place], name, value))
    return list(found.values())


#: Packages whose tables are the interpreter's own there, or ours.
_LEFT = ("sys", "builtins", "pyteleport")


def _is_programs(value: Any, home: object) -> bool:
    """Whether a value that stands in module `home` has come there from a module that travels."""
    kind = type(value)
    if kind in _WRAPPED:
        return _is_programs(value.__func__, home)
    if kind is property:
        return any(_is_programs(one, home) for one in (value.fget, value.fset, value.fdel) if one is not None)
    if kind is FunctionType:
        return _travels(value.__globals__.get("__name__"))
    if issubclass(type(value), type):
        return _travels(value.__module__)
    return _travels(kind.__module__) or kind.__module__ == "unittest.mock" != home


def _travels(name: Any) -> bool:
    from .reducers import modules

    module = sys.modules.get(name) if type(name) is str else None
    return modules.is_module(module) and modules.fate(module, name) == modules.CARRIED


def reductions() -> Dict[type, Any]:
    """What the program has told `copyreg`."""
    import copyreg

    from ._process import travels

    return {kind: reduce for kind, reduce in copyreg.dispatch_table.items() if travels(reduce)}
