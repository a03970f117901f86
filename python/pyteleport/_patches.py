"""Knows what a program has put into modules that are imported over there: functions of its own in place of theirs.

Must not know what was there before: only what belongs to the program shows that it was put there.
"""

from __future__ import annotations

import sys
from types import FunctionType, ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

__all__ = ["held"]

_WRAPPED = (staticmethod, classmethod)
_PLAIN = frozenset(
    (int, str, float, tuple, list, dict, set, frozenset, bytes, bool, type(None), ModuleType, type(len))
)


def held() -> List[Tuple[Any, Tuple[str, ...], Any]]:
    """Each module with the way to an attribute and what the program has put there; and what `copyreg` was told."""
    from .reducers import modules

    carried: Dict[Any, bool] = {None: False}

    def travels(name: Any) -> bool:
        known = carried.get(name)
        if known is None:
            module = sys.modules.get(name) if type(name) is str else None
            known = isinstance(module, ModuleType) and modules.fate(module, name) == modules.CARRIED
            carried[name] = known
        return known

    found: List[Tuple[Any, Tuple[str, ...], Any]] = []
    for name, module in list(sys.modules.items()):
        if type(module) is not ModuleType or name.startswith("pyteleport") or travels(name):
            continue
        variables = module.__dict__
        for key, value in list(variables.items()):
            kind = type(value)
            if kind in _PLAIN:
                continue
            if kind is FunctionType:
                if value.__globals__ is not variables and travels(value.__globals__.get("__name__")):
                    found.append((module, (key,), value))
            elif kind is type:
                if value.__module__ == name:
                    _of_class(value, module, key, travels, found)
                elif travels(value.__module__):
                    found.append((module, (key,), value))
            elif travels(kind.__module__) or kind.__module__ == "unittest.mock" != name:
                found.append((module, (key,), value))
    return found


def _of_class(kind: type, module: ModuleType, key: str, travels: Any, found: List[Any]) -> None:
    for name, value in list(kind.__dict__.items()):
        function = value.__func__ if type(value) in _WRAPPED else value
        if type(function) is FunctionType and function.__globals__ is not module.__dict__:
            if travels(function.__globals__.get("__name__")):
                found.append((module, (key, name), value))


def reductions() -> Dict[type, Any]:
    """What the program has told `copyreg`."""
    import copyreg

    from ._process import travels

    return {kind: reduce for kind, reduce in copyreg.dispatch_table.items() if travels(reduce)}
