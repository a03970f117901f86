"""Knows the tables of imported modules that functions of theirs, which run, look into: `linecache.cache`, while `linecache.getlines` runs.

The module over there has tables of its own. A function that has asked whether something is in one counts on finding it when it goes on.
Must not know how they travel.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib.machinery import SourceFileLoader
from types import FunctionType, MethodType

from .arrival.objects import SourceLoader
from .reducers import modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Dict, List, Optional, Tuple

__all__ = ["find"]

_ATOMS = frozenset((str, int, float, complex, bytes, bool, type(None), SourceFileLoader, SourceLoader))
#: How much a table may hold, with what that holds.
_MOST = 1 << 18


def find(frames: List[FrameType]) -> List[Tuple[str, str, Any]]:
    """Return the module, name and value of each list or dict that the functions name which run, and that holds plain values alone, or functions
    with such and with the loaders of modules, as `linecache` has them.

    What holds others may be bound to what its module has in the interpreter there, and is not touched.
    """
    found: Dict[Tuple[str, str], Any] = {}
    homes: Dict[int, Optional[str]] = {}
    for frame in frames:
        space = frame.f_globals
        home = homes.get(id(space), "")
        if home == "":
            home = homes[id(space)] = _imported(space)
        if home is None:
            continue
        for name in frame.f_code.co_names:
            value = space.get(name)
            if type(value) in (dict, list) and (home, name) not in found and _is_plain(value):
                found[home, name] = value
    return [(home, name, value) for (home, name), value in found.items()]


def _imported(space: Dict[str, Any]) -> Optional[str]:
    """The name of the module with these variables, if it is imported over there."""
    name = space.get("__name__")
    module: Any = sys.modules.get(name) if type(name) is str else None
    if getattr(module, "__dict__", None) is not space or name.startswith("pyteleport."):  # type: ignore[union-attr]
        return None
    return None if modules.fate(module, name) == modules.CARRIED else name  # type: ignore[arg-type]


def _is_plain(table: Any) -> bool:
    left = _MOST
    waiting = [table]
    while waiting and left > 0:
        thing = waiting.pop()
        left -= 1
        kind = type(thing)
        if kind is dict:
            waiting.extend(thing)
            waiting.extend(thing.values())
        elif kind in (list, tuple):
            waiting.extend(thing)
        elif kind is MethodType:
            waiting.append(thing.__self__)
        elif kind is partial:
            waiting += (thing.func, thing.args, thing.keywords)
        elif kind is FunctionType:
            waiting += (thing.__defaults__, [cell.cell_contents for cell in thing.__closure__ or ()])
        elif kind not in _ATOMS:
            return False
    return left > 0
