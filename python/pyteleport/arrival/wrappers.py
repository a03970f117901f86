"""Knows how wrappers of C around functions and objects are made again with what they held.

Must not know how that was read; standard library only, every version.
"""

from __future__ import annotations

import functools

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Tuple

#: Calls that only count are not repeated beyond this.
_COUNTED = 1000000


def key(compare: Any, *thing: Any) -> Any:
    made = functools.cmp_to_key(compare)
    return made(*thing) if thing else made


def call(kind: Any, arguments: Tuple[Any, ...], keywords: Dict[str, Any]) -> Any:
    return kind(*arguments, **keywords)


def finalizer(
    kind: Any, thing: Any, function: Any, arguments: Any, keywords: Dict[str, Any], atexit: bool
) -> Any:
    made = kind(thing, function, *arguments, **(keywords or {}))
    made.atexit = atexit
    return made


def context() -> Any:
    from contextvars import Context

    return Context()


def fill_context(made: Any, values: List[Tuple[Any, Any]]) -> None:
    from .concurrency import set_in

    for variable, value in values:
        made.run(set_in, made, variable, value)


def decimal_manager(inside: Any, outside: Any) -> Any:
    """A manager that goes back to `outside`. It has a copy of `inside`, which it needs only if it has not been entered yet."""
    import decimal

    current = decimal.getcontext()
    decimal.setcontext(outside)
    try:
        return decimal.localcontext(inside)
    finally:
        decimal.setcontext(current)


def awaiting(coroutine: Any) -> Any:
    return coroutine.__await__()


def memory_iterator(view: Any, passed: int) -> Any:
    made = iter(memoryview(view))
    for _ in range(passed):
        next(made)
    return made


def cache(maximum: Any, typed: bool) -> Any:
    return functools.lru_cache(maximum, typed)(functools.partial(bool))


class _Never(Exception):
    pass


def fill_cache(function: Any) -> Callable[[Any, Tuple[Any, ...]], None]:
    return functools.partial(_fill_cache, function)


def _fill_cache(function: Any, made: Any, state: Tuple[Any, ...]) -> None:
    """Call the cache once for each thing that it held; what it calls is a `partial`, which then is told the function."""
    own, content, hits, misses = state
    called = made.__wrapped__
    given: List[Any] = []

    def give(*_: Any, **__: Any) -> Any:
        if not given:
            raise _Never
        return given.pop()

    called.__setstate__((give, (), {}, None))
    for number in range(min(misses - len(content), _COUNTED)):
        try:
            made(number)
        except _Never:
            continue
    for arguments, keywords, value in content:
        given.append(value)
        made(*arguments, **keywords)
    if content:
        arguments, keywords, _ = content[-1]
        for _ in range(min(hits, _COUNTED)):
            made(*arguments, **keywords)
    called.__setstate__((function, (), {}, None))
    made.__dict__.clear()
    made.__dict__.update(own)
