"""Knows how iterators of itertools are brought to where they were, with nothing but what they offer.

Must not know how their state was read; standard library only, every version.
"""

from __future__ import annotations

import functools
import itertools

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, List, Optional, Sequence, Tuple

#: Up to here an iterator is stepped to its place; beyond, one is composed that goes on from there.
_STEPS = 1000000


def _skip(iterator: Any, count: int) -> Any:
    next(itertools.islice(iterator, count, count), None)
    return iterator


def never(_: object) -> bool:
    return False


def ended(name: str) -> Any:
    kind = getattr(itertools, name)
    return _skip(kind() if name == "product" else kind((), 0), 1)


def chain(source: Any, *active: Any) -> Any:
    """A chain from the iterator of those to come, and the one it is in, if any."""
    if not active:
        return itertools.chain.from_iterable(source)
    return itertools.chain.from_iterable(itertools.chain(active, source))


def accumulate(source: Any, function: Any, total: Tuple[Any, ...], given: bool) -> Any:
    """The total so far, if any, is what it begins with, and has been `given` already. It may be None, which `initial` can't be."""
    if not total:
        return itertools.accumulate(source, function)
    if total[0] is None:
        made = itertools.accumulate(itertools.chain(total, source), function)
    else:
        made = itertools.accumulate(source, function, initial=total[0])
    return _skip(made, 1) if given else made


def cycle(saved: Tuple[Any, ...], passed: int, *source: Any) -> Any:
    return _skip(itertools.cycle(itertools.chain(saved, *source) if source else saved), passed)


def zip_longest(sources: Tuple[Any, ...], filler: Any) -> Any:
    return itertools.zip_longest(*sources, fillvalue=filler)


def pairwise(source: Any, *old: Any) -> Any:
    return itertools.pairwise(itertools.chain(old, source) if old else source)  # type: ignore[attr-defined,unused-ignore]


def batched(source: Any, size: int, strict: Optional[bool] = None) -> Any:
    kind: Any = itertools.batched  # type: ignore[attr-defined,unused-ignore]
    return kind(source, size) if strict is None else kind(source, size, strict=strict)


def product(pools: Sequence[Any], indices: Optional[List[int]], passed: int) -> Any:
    if indices is None or passed <= _STEPS:
        return _skip(itertools.product(*pools), passed)
    parts: List[Any] = []
    for place in reversed(range(len(pools))):
        fixed = [(pool[index],) for pool, index in zip(pools[:place], indices)]
        parts.append(itertools.product(*fixed, pools[place][indices[place] + 1 :], *pools[place + 1 :]))
    return itertools.chain(*parts)


def combinations(name: str, pool: Tuple[Any, ...], size: int, indices: Optional[List[int]]) -> Any:
    kind = getattr(itertools, name)
    if indices is None:
        return kind(pool, size)
    made = kind(pool, size)
    if len(pool) ** size <= _STEPS:
        wanted = tuple(indices)
        steps = kind(range(len(pool)), size)
        for found in steps:
            next(made)
            if found == wanted:
                return made
    parts: List[Any] = []
    for place in reversed(range(size)):
        first = indices[place] + 1
        head = tuple(pool[index] for index in indices[:place])
        parts.append(map(head.__add__, kind(pool[first:], size - place)))
    return itertools.chain(*parts)


def permutations(pool: Tuple[Any, ...], size: int, indices: Optional[List[int]], passed: int) -> Any:
    if indices is None or passed <= _STEPS:
        return _skip(itertools.permutations(pool, size), passed)
    parts: List[Any] = []
    for place in reversed(range(size)):
        left = sorted(set(range(len(pool))) - set(indices[:place]))
        head = tuple(pool[index] for index in indices[:place])
        for choice in left:
            if choice > indices[place]:
                rest = [pool[index] for index in left if index != choice]
                start = head + (pool[choice],)
                parts.append(map(start.__add__, itertools.permutations(rest, size - place - 1)))
    return itertools.chain(*parts)


def groups(source: Any, key: Any, current: Any, pending: Tuple[Any, ...], within: bool) -> Tuple[Any, Any]:
    """A `groupby` whose current key is known, and its value if that has not been taken; and the iterator over its group.

    The key function must not be called again for that value, so it is behind a `partial`, which is told later what it calls.
    """
    call: Any = functools.partial(bool)
    settled: Tuple[Any, ...] = (
        (_ITSELF if key is None else key),
        _ITSELF_ARGUMENTS if key is None else (),
        {},
        None,
    )

    def once(_: object) -> Any:
        call.__setstate__(settled)
        return current

    call.__setstate__((once, (), {}, None))
    made = itertools.groupby(itertools.chain(pending if pending or not within else (None,), source), call)
    if not within:
        return made, iter(())
    _, group = next(made)
    if not pending:
        next(group)
    return made, group


#: A function of C that returns what it is given: `reduce` over nothing gives its initial value.
_ITSELF = functools.reduce
_ITSELF_ARGUMENTS = (None, ())


def one_of(pair: Tuple[Any, Any], place: int) -> Any:
    return pair[place]


def family(source: Any, values: Tuple[Any, ...]) -> List[Any]:
    return [itertools.tee(itertools.chain(values, source), 1)[0], 0]


def tee(family: List[Any], place: int) -> Iterator[Any]:
    """A new reader of a family at that place. The first reader stays at the start, to copy from."""
    made: Iterator[Any] = _skip(family[0].__copy__(), place)
    return made
