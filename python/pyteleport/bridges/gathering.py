"""Knows C functions that gather the items of an iterator into something of their own: `list`, `tuple`, `sorted`, `str.join`, …

What they have so far is nowhere in the program's reach. It is on the C stack, among what else has been there: where only one object can
be it, it is that, and anything else is refused.
"""

from __future__ import annotations

import gc
from collections import deque
from functools import partial, reduce
from types import FrameType, GeneratorType

from .. import _native
from ..arrival.completions import Applied, Driven
from ..arrival.completions.iteration import Gathered, Gathering, Reduced, Spread, Tested
from .facts import LISTS_ASK_LENGTHS_FIRST, TUPLES_ARE_FILLED
from .iteration import asked, drives, is_made_by, is_own_iterator, lengths
from .site import MISSING, Site, class_name, completed, method_runs, refuse_native, runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

    from .site import Answer

    #: What is called when all items are there, and whether the container is the result nevertheless.
    Finish = Tuple[Optional[Callable[[], Any]], bool]


def _gathers(
    name: str, kind: type, finish: Callable[[Any, List[Any], Dict[str, Any]], Finish], place: int = 0
) -> Callable[..., Answer]:
    """A function that asks its argument at `place` for its items, and puts them into a new `kind`."""

    def bridge(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
        if len(arguments) <= place:
            refuse_native(name)
        iterable = arguments[place]
        if site.generator is None and method_runs(type(iterable), "__iter__", site.inner):
            others = lengths(iterable)
            if others and function is list and LISTS_ASK_LENGTHS_FIRST:
                refuse_native(name)
            return completed(
                Applied(function, arguments, keywords, place, "__iter__", class_name(iterable), others)
            )
        iterator, item = _asked(site, iterable, name)
        container = _held(kind, iterator, name)
        then, gives_container = finish(container, arguments, keywords)
        if item is not _DRIVEN:
            return completed(Gathering(iterator, item, Gathered(container, None, then, gives_container)))
        add = container.update if type(container) is set else container.extend
        return completed(Gathered(container, partial(add, iterator), then, gives_container))

    return bridge


def spread(site: Site, function: Any, iterable: Any, keywords: Dict[str, Any], name: str) -> Answer:
    """`function(*iterable, **keywords)`, which makes a tuple of the items first (`CALL_FUNCTION_EX`)."""
    if site.generator is None and method_runs(type(iterable), "__iter__", site.inner):
        refuse_native(name)
    iterator, item = _asked(site, iterable, name)
    container = _held(tuple, iterator, name)
    if item is not _DRIVEN:
        return completed(Gathering(iterator, item, Spread(container, None, function, keywords)))
    return completed(Spread(container, partial(container.extend, iterator), function, keywords))


#: In place of a completion: the inner frame is that of a generator, which is let go on by asking the iterator.
_DRIVEN = object()


def _asked(site: Site, iterable: Any, name: str) -> Tuple[Any, Any]:
    """The iterator of `iterable`, and what the inner frame means to it; refuses where that is not known."""
    if site.generator is not None:
        if drives(site, iterable):
            return iterable, _DRIVEN
        if is_made_by(site, iterable):
            return site.generator, _DRIVEN
    elif is_own_iterator(iterable):
        item = asked(site, iterable)
        if item is not MISSING:
            return iterable, item
    refuse_native(name)


def _held(kind: type, iterator: Any, name: str) -> Any:
    """The object of this type that is being filled; of a tuple a list of its items."""
    if kind is tuple and not (TUPLES_ARE_FILLED and type(iterator) in (GeneratorType, map)):
        # Other iterators fill tuples of their own.
        refuse_native(name)
    found = _native.engine().held_by_c(kind)
    if len(found) > 1 and kind is not tuple:
        found = [one for one in found if not _is_referred(one, found)]
    if len(found) != 1:
        refuse_native(name)
    return found[0]


def _is_referred(thing: object, found: List[Any]) -> bool:
    """Whether something besides the C stack and frames refers to `thing`, which was `found`."""
    return any(one is not found and type(one) is not FrameType for one in gc.get_referrers(thing))


def _as_it_is(container: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Finish:
    return None, True


def _made(container: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Finish:
    return partial(tuple, container), False


def _sorted(container: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Finish:
    return partial(container.sort, **keywords), True


def _joined(container: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Finish:
    return partial(arguments[0].join, container), False


#: By function or class.
FUNCTIONS: Dict[Any, Callable[..., Answer]] = {
    list: _gathers("list", list, _as_it_is),
    tuple: _gathers("tuple", tuple, _made),
    set: _gathers("set", set, _as_it_is),
    sorted: _gathers("sorted", list, _sorted),
    deque: _gathers("deque", deque, _as_it_is),
}

_join = _gathers("str.join", list, _joined, 1)


def join(site: Site, owner: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    return _join(site, type(owner).join, [owner, *arguments], keywords)


def tested(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`any`, `all` over an iterator that is no generator."""
    iterator, item = _asked(site, arguments[0], function.__name__)
    if item is _DRIVEN:
        return completed(Driven(partial(function, iterator)))
    return completed(Tested(iterator, item, function is any))


def reduced(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`functools.reduce` whose function runs; while its iterator does, nothing tells what it has so far."""
    if len(arguments) in (2, 3) and is_own_iterator(arguments[1]):
        if site.generator is None and runs(arguments[0], site.inner):
            if asked(site, arguments[1]) is MISSING:
                return completed(Reduced(arguments[1], arguments[0]))
    refuse_native("reduce")


FUNCTIONS[reduce] = reduced
