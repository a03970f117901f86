"""Knows wrappers of C around functions and objects: caches, keys, `super`, contexts, weak methods, finalizers.

Must not know functions themselves.
"""

from __future__ import annotations

import gc

from ..arrival import rebuild, wrappers
from .fields import fields
from .functions import is_importable
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple


def super_(pickler: Any, bound: Any) -> Any:
    thing = super.__dict__["__self__"].__get__(bound)
    kind = super.__dict__["__thisclass__"].__get__(bound)
    return super, (kind,) if thing is None else (kind, thing)


def key_wrapper(pickler: Any, key: Any) -> Any:
    compare, thing = fields(key, "OO")
    try:
        key.obj  # noqa: B018 (whether it has one)
    except AttributeError:
        return wrappers.key, (compare,)
    return wrappers.key, (compare, thing)


def partial_method(pickler: Any, method: Any) -> Any:
    return wrappers.call, (type(method), (method.func, *method.args), method.keywords)


def weak_method(pickler: Any, reference: Any) -> Any:
    method = reference()
    return type(reference), (rebuild.gone_method() if method is None else method,)


def finalizer(pickler: Any, thing: Any) -> Any:
    found = thing.peek()
    if found is None:
        return NotImplemented
    return wrappers.finalizer, (type(thing), *found, thing.atexit)


def context(pickler: Any, thing: Any) -> Any:
    from ..arrival import concurrency as arriving
    from . import concurrency

    if not pickler.by_value and thing is concurrency.base_context():
        return arriving.current_context, ()
    return wrappers.context, (), list(thing.items()), None, None, wrappers.fill_context


def decimal_manager(pickler: Any, manager: Any) -> Any:
    """What `decimal.localcontext` gives: `local`, `global` (PyDecContextManagerObject of Modules/_decimal/_decimal.c)."""
    return wrappers.decimal_manager, tuple(fields(manager, "OO"))


def coroutine_wrapper(pickler: Any, thing: Any) -> Any:
    return wrappers.awaiting, (gc.get_referents(thing)[-1],)


def memory_iterator(pickler: Any, iterator: Any) -> Any:
    index, view = fields(iterator, "nO")
    return wrappers.memory_iterator, (view, index) if isinstance(view, memoryview) else (b"", 0)


def cache(pickler: Any, wrapper: Any) -> Any:
    home, name = getattr(wrapper, "__module__", None), getattr(wrapper, "__qualname__", "")
    if is_importable(pickler, wrapper, home, name):
        return NotImplemented
    from ..bridges.calls import open_caches

    information = wrapper.cache_info()
    table, function = _table_and_function(wrapper)
    typed = _is_typed(wrapper)
    state = (
        dict(wrapper.__dict__),
        [(*_call(key, typed), value) for key, value in _content(wrapper, information, table)],
        information.hits,
        information.misses - open_caches.get(id(wrapper), 0),
    )
    return wrappers.cache, (information.maxsize, typed), state, None, None, wrappers.fill_cache(function)


def _is_typed(wrapper: Any) -> bool:
    parameters: Any = getattr(wrapper, "cache_parameters", None)
    if parameters is not None:
        return bool(parameters()["typed"])
    # 3.8: `lru_list_elem root` (the object's head, two links, hash, two objects), `wrapper`, `typed` (Modules/_functoolsmodule.c).
    return bool(fields(wrapper, "PPnPPPi")[6])


def _table_and_function(wrapper: Any) -> Tuple[Dict[Any, Any], Any]:
    """What a cache looks keys up in, and what it calls: the collector is shown one beside the other, behind what is cached."""
    held, own = gc.get_referents(wrapper), wrapper.__dict__
    for place in reversed(range(len(held))):
        if type(held[place]) is dict and held[place] is not own:
            # The type is shown where it is made at run time (3.10+), where the table goes before the function.
            return held[place], held[place + 1 if held[0] is type(wrapper) else place - 1]
    raise Refusal("this cache can't be read", "call the function without its cache where a hop is near")


def _content(wrapper: Any, information: Any, table: Dict[Any, Any]) -> List[Tuple[Any, Any]]:
    """What is cached, from the oldest on."""
    if information.maxsize is None:
        return list(table.items())
    links = {id(link): key for key, link in table.items()}
    found = []
    following = fields(wrapper, "PP")[1]
    while following in links:
        link = next(one for one in (table[links[following]],))
        _, after, _, key, value = fields(link, "PPnOO")
        found.append((key, value))
        following = after
    if len(found) != information.currsize:
        raise Refusal("the content of this cache can't be read", "call its cache_clear() before the hop")
    return found


def _call(key: Any, typed: bool) -> Tuple[Tuple[Any, ...], Dict[str, Any]]:
    """The arguments of the call that `key` was made of (`lru_cache_make_key`)."""
    if type(key) is not tuple:
        return (key,), {}
    mark = _mark_in(key)
    if mark is None:
        return key[: len(key) // 2] if typed else key, {}
    rest = key[mark + 1 :]
    count = len(rest)
    if typed:  # name and value of each keyword, and then a type for each argument
        count = 2 * ((len(rest) - mark) // 3)
    named = rest[:count]
    return key[:mark], dict(zip(named[::2], named[1::2]))


def _mark_in(key: Tuple[Any, ...]) -> Optional[int]:
    for place, part in enumerate(key):
        if type(part) is object and part is _mark():
            return place
    return None


_found_mark: List[object] = []


def _mark() -> object:
    """The object that stands before keywords, as a cache of ours shows it."""
    if not _found_mark:
        from functools import lru_cache

        @lru_cache(None)
        def probe(**keywords: Any) -> None:
            pass

        probe(a=1)
        table = next(
            one
            for one in gc.get_referents(probe)
            if type(one) is dict and len(one) == 1 and one is not probe.__dict__
        )
        _found_mark.append(next(iter(table))[0])
    return _found_mark[0]
