"""Knows variables of instances (`vars(thing)`) that frames hold: they stay the very dict that the instance has.

`functools.cached_property`, for one, writes into that dict after it has called the program. Must not know frames beyond what
their records hold.
"""

from __future__ import annotations

import gc
import sys

from .. import _native
from ..arrival import rebuild
from . import instances
from .facts import ARGUMENTS_ARE_BORROWED, VALUES_ARE_INLINE
from .pickler import Pickler, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, List, Sequence, Set, Tuple

_CONTAINERS = (list, tuple, dict, set, frozenset)
#: References to a dict that only its frame and its record have: these two, and those of looking (from 3.14 arguments are borrowed).
_ALONE = 3 if ARGUMENTS_ARE_BORROWED else 4


def find(states: Iterable[List[List[Any]]]) -> List[Tuple[Any, Any]]:
    """Instances, each with its dict, whose dicts are among the values of frames."""
    dicts = {}
    for segments in states:
        for segment in segments:
            for value in segment:
                if type(value) is dict and sys.getrefcount(value) > _ALONE and "__builtins__" not in value:
                    dicts[id(value)] = value
    if not dicts:
        return []
    found = []
    for holder in gc.get_referrers(*dicts.values()):
        if type(holder) in _CONTAINERS or issubclass(type(holder), type):
            continue
        variables = instances.variables_of(holder)
        if variables is not None and dicts.get(id(variables)) is variables:
            found.append((holder, variables))
    if VALUES_ARE_INLINE:
        found += _with_inline_values(dicts, {id(variables) for _, variables in found})
    return found


def _with_inline_values(dicts: Dict[int, Any], known: Set[int]) -> List[Tuple[Any, Any]]:
    """From 3.13 the values of such a dict may lie in the instance, behind its fields; the collector does not show the dict then.

    `PyDictObject.ma_values` points there (Objects/dictobject.c, `_PyObject_MaterializeManagedDict`).
    """
    peek = _native.engine().peek
    places = {}
    for key, value in dicts.items():
        values = int.from_bytes(peek(key + _MA_VALUES, 8), "little")
        if values and key not in known:
            places[values] = value
    if not places:
        return []
    found = []
    for thing in gc.get_objects():
        kind = type(thing)
        variables = places.get(id(thing) + kind.__basicsize__)
        if variables is not None and instances.variables_of(thing) is variables:
            found.append((thing, variables))
    return found


_MA_VALUES = 40


class _Variables:
    """Stands for the dict of an instance."""

    __slots__ = ("owner",)

    def __init__(self, owner: object) -> None:
        self.owner = owner


def share(pickler: Pickler, owners: Sequence[Tuple[Any, Any]]) -> None:
    """Let these dicts travel as those of their instances."""
    known = {id(owner) for owner, _ in owners}
    for owner, variables in owners:
        kind = type(owner)
        reduce = instances.reducer_for(kind, always=True)
        if reduce is None:
            continue
        pickler.keep.append(owner)
        pickler.table[id(variables)] = _Variables(owner)
        usual = pickler.reducer_of(kind)

        def reducing(pickler: Pickler, thing: Any, reduce: Any = reduce, usual: Any = usual) -> Any:
            if id(thing) in known:
                return reduce(pickler, thing)
            return NotImplemented if usual is None else usual(pickler, thing)

        pickler.replace_reducer(kind, reducing)


@register(_Variables)
def _reduce_variables(pickler: Pickler, variables: _Variables) -> Any:
    return rebuild.variables_of, (variables.owner,)
