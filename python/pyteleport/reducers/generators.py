"""Knows how generators and coroutines that are not running become objects of a snapshot.

Must not know what their code does: the engine says where each stands and what it holds.
"""

from __future__ import annotations

import gc
from types import AsyncGeneratorType, CoroutineType, GeneratorType

from .. import _native
from ..arrival import frames
from ..errors import UnsupportedObjectError
from . import functions
from .pickler import Pickler, register, register_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List


@register(GeneratorType)
def reduce_generator(pickler: Pickler, generator: Any) -> Any:
    return _reduce(pickler, generator, "gi_frame", "gi_code")


@register(CoroutineType)
def reduce_coroutine(pickler: Pickler, coroutine: Any) -> Any:
    return _reduce(pickler, coroutine, "cr_frame", "cr_code")


@register(AsyncGeneratorType)
def reduce_async_generator(pickler: Pickler, generator: Any) -> Any:
    return _reduce(pickler, generator, "ag_frame", "ag_code")


@register_named("builtins:async_generator_asend")
def reduce_step(pickler: Pickler, step: Any) -> Any:
    """What `asend` or `__anext__` of an async generator has given."""
    held = [thing for thing in gc.get_referents(step) if thing is not type(step)]
    native = _native.engine()
    state = int.from_bytes(native.peek(id(step) + _STEP_STATE, 4), "little")
    generator = next(thing for thing in held if isinstance(thing, AsyncGeneratorType))
    if state == _STEP_BEGINS:
        rest = [thing for thing in held if thing is not generator]
        return frames.step, (generator, "new", rest[0] if rest else None)
    return frames.step, (generator, "old" if state == _STEP_GOES_ON else "over")


#: `ags_state` of `PyAsyncGenASend` (Objects/genobject.c), and its values.
_STEP_STATE = 32
_STEP_BEGINS, _STEP_GOES_ON = 0, 1


def _reduce(pickler: Pickler, generator: Any, frame: str, code: str) -> Any:
    names = (generator.__name__, generator.__qualname__)
    live = pickler.live.generators.get(id(generator))
    if live is not None:
        record, empty = live
        return _shell(pickler, record, empty, names, True)
    native = _native.engine()
    try:
        state, *found = native.generator(generator)
    except native.Refusal as refusal:
        detail = refusal.args[2] or "it is running"
        raise UnsupportedObjectError(
            "%s can't be moved: %s" % (names[1], detail), "finish it or close it before the hop"
        ) from None
    if state == "finished":
        left = getattr(generator, code)
        mark = frames.mark_of(left)
        return frames.over, (mark[1] if mark else left, {}, names)
    if state == "created":
        original, closure, variables = found
        positional, keywords = _arguments(original, getattr(generator, frame).f_locals)
        return frames.fresh, (
            original,
            functions.shared_globals(pickler, variables),
            closure,
            positional,
            keywords,
            names,
        )
    record = found[0]
    if state == "entered":
        original, plan, segments, _, closure, variables = record[:6]
        variables = functions.shared_globals(pickler, variables)
        # Tuples are complete when they are passed on, lists may be filled later.
        return frames.entered, (original, plan, tuple(map(tuple, segments)), closure, variables, names)
    return _shell(pickler, record, [[] for _ in record[2]], names, False)


def _shell(pickler: Pickler, record: Any, empty: List[List[Any]], names: Any, is_live: bool) -> Any:
    original, plan, segments, handled, closure, variables, _, _, completion = record
    decides = None if completion is None else type(completion)
    decided = None if completion is None else completion.__dict__
    return (
        frames.shell,
        (original, plan, empty, closure, functions.shared_globals(pickler, variables), decides),
        (empty, segments, handled) + names + (decided, is_live),
        None,
        None,
        frames.fill_shell,
    )


def _arguments(code: Any, values: Dict[str, Any]) -> Any:
    """What a generator that has not been started was called with."""
    names = code.co_varnames
    count = code.co_argcount
    positional = tuple(values[name] for name in names[:count])
    end = count + code.co_kwonlyargcount
    keywords = {name: values[name] for name in names[count:end]}
    if code.co_flags & 0x04:  # CO_VARARGS
        positional += values[names[end]]
        end += 1
    if code.co_flags & 0x08:  # CO_VARKEYWORDS
        keywords.update(values[names[end]])
    return positional, keywords
