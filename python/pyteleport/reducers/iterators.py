"""Knows iterators, views and wrappers of C that pickle can't take, by what the collector visits in them.

Must not know generators: these are frames.
"""

from __future__ import annotations

import gc
import itertools
import sys
import warnings
from _collections import OrderedDict  # type: ignore[import-not-found]

from ..arrival import iterators, objects, rebuild
from . import classes, identity, midway, modules  # noqa: F401 (one registers)
from .facts import ITERTOOLS_WARN
from .fields import fields
from .pickler import EXACT, Pickler, kinds, register
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ONE_BY_ONE = "collect what is left of it into a list before the hop, or use a generator instead"
_EMPTY: Any = OrderedDict()


@register(*kinds({}.keys(), {}.values(), {}.items(), _EMPTY.keys(), _EMPTY.values(), _EMPTY.items()))
def _reduce_view(pickler: Pickler, view: Any) -> Any:
    mapping = gc.get_referents(view)[0]
    owner = classes.owner_of(mapping)
    return rebuild.view, (mapping if owner is None else owner, type(view).__name__.rpartition("_")[2])


_DICT = {0: 0}
_VIEWS = {
    type(iter(view)): name
    for name, view in (("keys", _DICT.keys()), ("values", _DICT.values()), ("items", _DICT.items()))
}
_REVERSED = {
    type(reversed(view)): name
    for name, view in (("keys", _DICT.keys()), ("values", _DICT.values()), ("items", _DICT.items()))
}


@register(*_VIEWS, *_REVERSED)
def _reduce_dict_iterator(pickler: Pickler, iterator: Any) -> Any:
    """Stays an iterator over the dict itself, which may change while it is iterated; what the interpreter there has of its own, such as
    `sys.modules`, is another dict, of which the items that are left here are wanted."""
    left = iterator.__length_hint__()
    mapping = next(
        (thing for thing in gc.get_referents(iterator) if issubclass(type(thing), rebuild.MAPPINGS)), None
    )
    if mapping is None:
        return iter, ((),)
    base = rebuild.mapping_base(mapping)
    ours = _added_modules(iterator) if mapping is sys.modules else 0
    if ours:
        left = fields(iterator, "PnnPn")[4] + ours
    owner = classes.owner_of(mapping)
    if owner is not None:
        pickler.unmark(owner)
        left = iterator.__length_hint__()
    backward = type(iterator) in _REVERSED
    name = _REVERSED[type(iterator)] if backward else _VIEWS[type(iterator)]
    # `dictiterobject` of Objects/dictobject.c: `di_dict`, `di_used`. One at its end has not ended: the dict may still grow.
    has_changed = not left and fields(iterator, "Pn")[1] != base.__len__(mapping)
    passed = base.__len__(mapping) - left
    if not has_changed and not (
        _travels(pickler, mapping) if owner is None else classes.travels(pickler, owner)
    ):
        items = list(getattr(base, name)(mapping))[: base.__len__(mapping) - ours]
        return iter, ((items[::-1] if backward else items)[passed:],)
    place = None if has_changed else passed
    holder = mapping if owner is None else owner
    if pickler.by_value:
        return iterators.in_dict, (holder, name, backward, place)
    pickler.placed.append((iterator, holder, backward, place))
    return iterators.of_dict, (holder, name, backward)


def _added_modules(iterator: Any) -> int:
    """How many modules a loop over `sys.modules` has seen added since it began, none of which is the program's: so a hop's own imports look."""
    added = list(sys.modules.items())[fields(iterator, "Pn")[1] :]
    is_ours = all(
        modules.is_module(module) and modules.fate(module, name) != modules.CARRIED for name, module in added
    )
    return len(added) if is_ours else 0


def _travels(pickler: Pickler, mapping: Any) -> bool:
    """Whether a dict is made over there, and is not one that the interpreter there has."""
    entry = pickler.table.get(id(mapping))
    if not identity.is_namespace(entry):
        return not isinstance(entry, str)
    homes = [one for one in list(sys.modules.values()) if modules.is_module(one) and one.__dict__ is mapping]
    return all(pickler.refer(module.__name__) == modules.CARRIED for module in homes)


@register(memoryview)
def _reduce_memory(pickler: Pickler, view: memoryview) -> Any:
    try:
        owner = view.obj
    except ValueError:
        raise Refusal("the memoryview has been released") from None
    if (
        view.contiguous
        and view.nbytes == memoryview(owner).nbytes
        and view.readonly == memoryview(owner).readonly
    ):
        return rebuild.buffer_view, (owner, view.format, view.shape)
    if view.ndim != 1 or not memoryview(owner).c_contiguous:
        raise Refusal("a part of a buffer with several dimensions can't be taken out of it", _RELEASE)
    return rebuild.buffer_part, (
        owner,
        view.format,
        _start(view) - _start(memoryview(owner)),
        len(view),
        view.strides[0] if view.strides else view.itemsize,
        view.readonly,
    )


_RELEASE = "release the memoryview before the hop"


def _start(view: memoryview) -> int:
    """Where the memory of a view starts: after its head with the size, `mbuf`, `hash`, `flags`, `exports` (Objects/memoryobject.c)."""
    return int(fields(view, "nPnnnP")[5])


@register(object)
def _reduce_sentinel(pickler: Pickler, sentinel: object) -> Any:
    """A bare `object()` is nothing but its identity: one that an imported module has stays that module's."""
    for home, module in list(sys.modules.items()):
        name = modules.name_of(sentinel, module)
        if name is not None and pickler.refer(home) != modules.CARRIED:
            return objects.constant, (home, name)
    return NotImplemented


if ITERTOOLS_WARN:

    def _reduce_quietly(pickler: Pickler, iterator: Any) -> Any:
        """Python 3.12 and 3.13 warn that 3.14 will not pickle these; the program has not asked to hear that."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            return iterator.__reduce_ex__(5)

    for _kind in vars(itertools).values():
        if isinstance(_kind, type) and _kind not in EXACT:
            EXACT[_kind] = _reduce_quietly
