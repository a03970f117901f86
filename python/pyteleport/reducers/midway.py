"""Knows the iterators of itertools in the middle of their work: what they hold, and how to make them again of that.

Must not know generators. From 3.14 on none of them can be pickled, some never could, and `groupby` never rightly.
"""

from __future__ import annotations

import gc
import itertools
from math import factorial

from ..arrival import midway
from .facts import BATCHED_MAY_BE_STRICT, ITERTOOLS_PICKLE
from .fields import MISSING, array, fields
from .pickler import EXACT
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    Reducer = Callable[[Any, Any], Any]

_ALWAYS: Dict[str, Reducer] = {}
_WITHOUT_PICKLING: Dict[str, Reducer] = {}
_EXHAUSTED = (iter, ((),))


def _for(table: Dict[str, Reducer], *names: str) -> Callable[[Reducer], Reducer]:
    def enter(reducer: Reducer) -> Reducer:
        table.update(dict.fromkeys(names, reducer))
        return reducer

    return enter


@_for(_WITHOUT_PICKLING, "count")
def _reduce_count(pickler: Any, counter: Any) -> Any:
    count, start, step = fields(counter, "nOO")
    return itertools.count, (count, step) if start is MISSING else (start, step)


@_for(_WITHOUT_PICKLING, "repeat")
def _reduce_repeat(pickler: Any, repeater: Any) -> Any:
    element, left = fields(repeater, "On")
    return itertools.repeat, (element,) if left < 0 else (element, left)


@_for(_WITHOUT_PICKLING, "chain")
def _reduce_chain(pickler: Any, chain: Any) -> Any:
    source, active = fields(chain, "OO")
    if source is MISSING:
        return itertools.chain, ()
    return midway.chain, (source,) if active is MISSING else (source, active)


@_for(_WITHOUT_PICKLING, "compress")
def _reduce_compress(pickler: Any, iterator: Any) -> Any:
    return itertools.compress, tuple(fields(iterator, "OO"))


@_for(_WITHOUT_PICKLING, "starmap", "filterfalse")
def _reduce_applied(pickler: Any, iterator: Any) -> Any:
    return type(iterator), tuple(fields(iterator, "OO"))


@_for(_WITHOUT_PICKLING, "takewhile")
def _reduce_takewhile(pickler: Any, iterator: Any) -> Any:
    function, source, stopped = fields(iterator, "OOl")
    return itertools.takewhile, (function, () if stopped else source)


@_for(_WITHOUT_PICKLING, "dropwhile")
def _reduce_dropwhile(pickler: Any, iterator: Any) -> Any:
    function, source, started = fields(iterator, "OOl")
    return itertools.dropwhile, (midway.never if started else function, source)


@_for(_WITHOUT_PICKLING, "islice")
def _reduce_islice(pickler: Any, iterator: Any) -> Any:
    source, following, stop, step, passed = fields(iterator, "Onnnn")
    if source is MISSING:
        return itertools.islice, ((), 0)
    return itertools.islice, (source, following - passed, None if stop < 0 else stop - passed, step)


@_for(_WITHOUT_PICKLING, "accumulate")
def _reduce_accumulate(pickler: Any, iterator: Any) -> Any:
    total, source, function, initial = fields(iterator, "OOOO")
    function = None if function is MISSING else function
    if total is not MISSING:
        return midway.accumulate, (source, function, (total,), True)
    return midway.accumulate, (
        source,
        function,
        () if initial is MISSING or initial is None else (initial,),
        False,
    )


@_for(_WITHOUT_PICKLING, "cycle")
def _reduce_cycle(pickler: Any, iterator: Any) -> Any:
    source, saved, index = fields(iterator, "OOn")
    if source is not MISSING:
        return midway.cycle, (tuple(saved), len(saved), source)
    return midway.cycle, (tuple(saved), index)


@_for(_WITHOUT_PICKLING, "zip_longest")
def _reduce_zip_longest(pickler: Any, iterator: Any) -> Any:
    size, active, held, _, filler = fields(iterator, "nnOOO")
    sources = _slots_of(held, size)
    if not active:
        sources = [()] * size
    return midway.zip_longest, (tuple(sources), None if filler is MISSING else filler)


def _slots_of(holder: Any, size: int) -> List[Any]:
    """The items of a tuple that has NULLs in place of iterators that have ended."""
    held = {id(one): one for one in gc.get_referents(holder)}
    # PyTupleObject: ob_size, from 3.14 on ob_hash, and the items (Include/cpython/tupleobject.h).
    places = array(id(holder) + tuple.__basicsize__, size)
    return [held[place] if place else () for place in places]


@_for(_ALWAYS, "pairwise")
def _reduce_pairwise(pickler: Any, iterator: Any) -> Any:
    source, old = fields(iterator, "OO")
    if source is MISSING:
        return midway.pairwise, ((),)
    return midway.pairwise, (source,) if old is MISSING else (source, old)


@_for(_ALWAYS, "batched")
def _reduce_batched(pickler: Any, iterator: Any) -> Any:
    if BATCHED_MAY_BE_STRICT:
        source, size, strict = fields(iterator, "On?")
        return midway.batched, (() if source is MISSING else source, size, strict)
    source, size = fields(iterator, "On")
    return midway.batched, (() if source is MISSING else source, size)


@_for(_WITHOUT_PICKLING, "product")
def _reduce_product(pickler: Any, iterator: Any) -> Any:
    pools, address, result, stopped = fields(iterator, "OPOi")
    if stopped:
        return midway.ended, ("product",)
    if result is MISSING:
        return midway.product, (pools, None, 0)
    indices = array(address, len(pools))
    passed = 0
    for index, pool in zip(indices, pools):
        passed = passed * len(pool) + index
    return midway.product, (pools, indices, passed + 1)


@_for(_WITHOUT_PICKLING, "combinations", "combinations_with_replacement")
def _reduce_combinations(pickler: Any, iterator: Any) -> Any:
    pool, address, result, size, stopped = fields(iterator, "OPOni")
    name = type(iterator).__name__
    if stopped:
        return midway.ended, (name,)
    if result is MISSING:
        return midway.combinations, (name, pool, size, None)
    return midway.combinations, (name, pool, size, array(address, size))


@_for(_WITHOUT_PICKLING, "permutations")
def _reduce_permutations(pickler: Any, iterator: Any) -> Any:
    pool, address, _, result, size, stopped = fields(iterator, "OPPOni")
    if stopped:
        return midway.ended, ("permutations",)
    if result is MISSING:
        return midway.permutations, (pool, size, None, 0)
    indices = array(address, len(pool))
    return midway.permutations, (pool, size, indices[:size], _rank(indices, size) + 1)


def _rank(indices: List[int], size: int) -> int:
    """How many permutations come before this one."""
    rank, count = 0, len(indices)
    left = sorted(indices)
    for place in range(size):
        smaller = left.index(indices[place])
        del left[smaller]
        rank += smaller * (factorial(count - place - 1) // factorial(count - size))
    return rank


class _Groups:
    """A `groupby` and the iterator over its current group, which know each other."""

    def __init__(self, groups: Any) -> None:
        self.fields = fields(groups, "OOOOOP")


def _groups(pickler: Any, groups: Any) -> _Groups:
    families = pickler.__dict__.setdefault("families", {})
    found: Any = families.get(id(groups))
    if found is None:
        found = families[id(groups)] = _Groups(groups)
        pickler.keep.append(groups)
    return found  # type: ignore[no-any-return]


def _reduce_groups(pickler: Any, groups: _Groups) -> Any:
    source, key, target, current, value, _ = groups.fields
    key = None if key is MISSING else key
    pending = () if value is MISSING else (value,)
    # Within a group whose values so far are taken, no key is known but its own; between two, the next one's is.
    current = target if current is MISSING else current
    within = target is not MISSING and _same(target, current)
    return midway.groups, (source, key, current, pending, within)


@_for(_ALWAYS, "groupby")
def _reduce_groupby(pickler: Any, groups: Any) -> Any:
    found = _groups(pickler, groups)
    source, key, target, current, _, _ = found.fields
    if current is MISSING and target is MISSING:
        return itertools.groupby, (source, None if key is MISSING else key)
    return midway.one_of, (found, 0)


def _reduce_grouper(pickler: Any, group: Any) -> Any:
    parent, key = fields(group, "OO")
    found = _groups(pickler, parent)
    _, _, _, current, _, active = found.fields
    if active != id(group) or current is not MISSING and not _same(key, current):
        return _EXHAUSTED
    return midway.one_of, (found, 1)


def _same(one: Any, other: Any) -> bool:
    return one is other or bool(one == other)


_grouper_type = type(next(itertools.groupby("a"))[1])
_tee_type: Any = type(itertools.tee(())[0])


def _reduce_tee(pickler: Any, tee: Any) -> Any:
    """Iterators of `tee` that read from the same source stay that: each is a place in what was read of it."""
    chain = _blocks(tee)
    families = pickler.__dict__.setdefault("families", {})
    family = families.get(id(chain[-1]))
    if family is None:
        family = families[id(chain[-1])] = _Family(chain[-1])
    return midway.tee, (family, family.place(chain[0], fields(tee, "Oi")[1]))


def _blocks(tee: Any) -> List[Any]:
    found = [fields(tee, "Oi")[0]]
    while True:
        following = fields(found[-1], "OiiO")[3]
        if following is MISSING:
            return found
        found.append(following)


class _Family:
    """What was read of one source, from the place of the iterator that is furthest behind."""

    def __init__(self, last: Any) -> None:
        members = [one for one in gc.get_objects() if type(one) is _tee_type]
        chains = [chain for chain in map(_blocks, members) if chain[-1] is last]
        self.blocks = max(chains, key=len)
        self.source, count = fields(last, "Oi")
        self.values: List[Any] = []
        self.starts: Dict[int, int] = {}
        for block in self.blocks:
            self.starts[id(block)] = len(self.values)
            self.values += _values_of(block)

    def place(self, block: Any, index: int) -> int:
        return self.starts[id(block)] + index


def _values_of(block: Any) -> List[Any]:
    count = fields(block, "Oi")[1]
    held = {id(one): one for one in gc.get_referents(block)}
    places = array(id(block) + object.__basicsize__ + 3 * 8, count)
    return [held[place] for place in places]


def _reduce_family(pickler: Any, family: _Family) -> Any:
    return midway.family, (family.source, tuple(family.values))


EXACT[_Family] = _reduce_family
EXACT[_Groups] = _reduce_groups
EXACT[_grouper_type] = _reduce_grouper


def _refuse(pickler: Any, iterator: Any) -> Any:
    raise Refusal(
        "itertools.%s keeps its place where it can't be read in this Python" % type(iterator).__name__,
        "collect what is left of it into a list before the hop, or use a generator instead",
    )


for _name, _reducer in _ALWAYS.items():
    if hasattr(itertools, _name):
        EXACT[getattr(itertools, _name)] = _reducer
if not ITERTOOLS_PICKLE:
    for _name, _reducer in _WITHOUT_PICKLING.items():
        EXACT[getattr(itertools, _name)] = _reducer
    EXACT[_tee_type] = _reduce_tee
    for _kind in vars(itertools).values():
        if isinstance(_kind, type) and _kind not in EXACT:
            EXACT[_kind] = _refuse
