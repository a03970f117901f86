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
from .functions import is_importable
from .pickler import EXACT, Pickler, kinds, register, register_named
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List

_ONE_BY_ONE = "collect what is left of it into a list before the hop, or use a generator instead"
_EMPTY: Any = OrderedDict()


@register(*kinds({}.keys(), {}.values(), {}.items(), _EMPTY.keys(), _EMPTY.values(), _EMPTY.items()))
def _reduce_view(pickler: Pickler, view: Any) -> Any:
    mapping = gc.get_referents(view)[0]
    return rebuild.view, (mapping, type(view).__name__.rpartition("_")[2])


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
    """Stays an iterator over the dict itself, which may change while it is iterated."""
    left = iterator.__length_hint__()
    mapping = next((thing for thing in gc.get_referents(iterator) if isinstance(thing, dict)), None)
    if mapping is None or not left:
        return iter, ((),)
    backward = type(iterator) in _REVERSED
    name = _REVERSED[type(iterator)] if backward else _VIEWS[type(iterator)]
    return iterators.of_dict, (mapping, name, backward, len(mapping) - left)


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
    if not view.readonly:
        raise Refusal(
            "a writable part of a buffer can't be taken out of it", "release the memoryview before the hop"
        )
    return rebuild.buffer_view, (view.tobytes(), view.format, view.shape)


@register(object)
def _reduce_sentinel(pickler: Pickler, sentinel: object) -> Any:
    """A bare `object()` is nothing but its identity: one that an imported module has stays that module's."""
    for name, module in list(sys.modules.items()):
        for key, value in list(getattr(module, "__dict__", {}).items()):
            if value is sentinel:
                from . import modules

                if pickler.refer(name) == modules.CARRIED:
                    break
                return objects.constant, (name, key)
    return NotImplemented


@register_named("functools:_lru_cache_wrapper")
def _reduce_cache(pickler: Pickler, wrapper: Any) -> Any:
    if is_importable(
        pickler, wrapper, getattr(wrapper, "__module__", None), getattr(wrapper, "__qualname__", "")
    ):
        return NotImplemented
    parameters: Dict[str, Any] = getattr(wrapper, "cache_parameters", dict)()
    maximum = wrapper.cache_info().maxsize
    own = dict(wrapper.__dict__)
    typed = parameters.get("typed", False)
    return iterators.cache, (wrapper.__wrapped__, maximum, typed), own, None, None, rebuild.set_descriptor


def _held(iterator: Any) -> List[Any]:
    """What the collector visits in an iterator, in the order of its C fields, but for its type."""
    held = gc.get_referents(iterator)
    return held[1:] if held and held[0] is type(iterator) else held


if sys.version_info >= (3, 14):

    @register(itertools.count)
    def _reduce_count(pickler: Pickler, counter: Any) -> Any:
        held = _held(counter)
        if len(held) == 2:
            return itertools.count, (held[0], held[1])
        # Only small whole numbers are kept out of sight, and those `repr` shows.
        start, _, step = repr(counter)[len("count(") : -1].partition(", ")
        return itertools.count, (int(start), int(step or 1))

    @register(itertools.repeat)
    def _reduce_repeat(pickler: Pickler, repeater: Any) -> Any:
        held = _held(repeater)
        try:
            left = repeater.__length_hint__()
        except TypeError:
            return itertools.repeat, (held[0],)
        return itertools.repeat, (held[0], left)

    @register(itertools.chain)
    def _reduce_chain(pickler: Pickler, chain: Any) -> Any:
        held = _held(chain)
        return iterators.chain, (tuple(held),)

    @register(itertools.compress)
    def _reduce_compress(pickler: Pickler, iterator: Any) -> Any:
        return type(iterator), tuple(_held(iterator))

    @register(itertools.starmap, itertools.filterfalse)
    def _reduce_applied(pickler: Pickler, iterator: Any) -> Any:
        return type(iterator), tuple(reversed(_held(iterator)))

    def _refuse(pickler: Pickler, iterator: Any) -> Any:
        message = (
            "itertools.%s keeps its place where it can't be read in this Python" % type(iterator).__name__
        )
        raise Refusal(message, _ONE_BY_ONE)

    for _kind in vars(itertools).values():
        if isinstance(_kind, type) and _kind not in EXACT:
            EXACT[_kind] = _refuse

elif sys.version_info >= (3, 12):

    def _reduce_quietly(pickler: Pickler, iterator: Any) -> Any:
        """Python 3.12 and 3.13 warn that 3.14 will not pickle these; the program has not asked to hear that."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            return iterator.__reduce_ex__(5)

    for _kind in vars(itertools).values():
        if isinstance(_kind, type):
            EXACT[_kind] = _reduce_quietly
