"""Knows exceptions and tracebacks: what pickle leaves out of the former, and how the latter are written down.

Must not know frames beyond what a traceback shows of them.
"""

from __future__ import annotations

from itertools import islice
from types import CodeType, MemberDescriptorType, TracebackType

from ..arrival import frames, rebuild, tracebacks
from .pickler import Pickler, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

_METHOD_IN_C = type(BaseException.__reduce__)
_field_names: Dict[type, Tuple[str, ...]] = {}


@register(BaseException, subclasses=True)
def _reduce_exception(pickler: Pickler, exception: BaseException) -> Any:
    kind = type(exception)
    base = rebuild.static_base(kind)
    if not _is_plain(kind):
        return _reduce_by_own_way(pickler, exception)
    arguments = base.__reduce__(exception)[1]
    state = (
        exception.args,
        exception.__dict__ or None,
        exception.__cause__,
        exception.__context__,
        _fields(exception, base),
        _place(pickler, exception.__traceback__),
    )
    return rebuild.by_base, (kind, arguments), state, None, None, rebuild.set_exception


def _is_plain(kind: Any) -> bool:
    """Whether no class of the program says how its exceptions are pickled."""
    if type(kind.__reduce__) is not _METHOD_IN_C or kind.__reduce_ex__ is not object.__reduce_ex__:
        return False
    return all(
        type(getattr(kind, name, None)) in _IN_C
        for name in ("__setstate__", "__getstate__", "__getnewargs__")
    )


_IN_C = (_METHOD_IN_C, type(None))


def _reduce_by_own_way(pickler: Pickler, exception: BaseException) -> Any:
    reduced = exception.__reduce_ex__(5)
    if not isinstance(reduced, tuple):
        return NotImplemented
    parts = list(reduced) + [None] * (6 - len(reduced))
    state = (
        parts[2],
        exception.__cause__,
        exception.__context__,
        exception.__suppress_context__,
        _place(pickler, exception.__traceback__),
        parts[5],
    )
    return (*parts[:2], state, parts[3], parts[4], rebuild.set_exception_reduced)


def _fields(exception: BaseException, base: type) -> Dict[str, Any]:
    """The C fields that Python sees, `__suppress_context__` among them, with what they hold."""
    names = _field_names.get(base)
    if names is None:
        found = [
            name
            for kind in base.__mro__
            for name, value in kind.__dict__.items()
            if issubclass(type(value), MemberDescriptorType)
        ]
        names = _field_names[base] = tuple(found)
    return {name: getattr(exception, name, None) for name in names}


class _Chain:
    """Stands for `tracebacks.Chain`: entries as these are written, and what they go on with."""

    __slots__ = ("entries", "rest")

    def __init__(self, entries: Tuple[Any, ...], rest: Any) -> None:
        self.entries = entries
        self.rest = rest


@register(_Chain)
def _reduce_chain(pickler: Pickler, chain: _Chain) -> Any:
    return tracebacks.chain, (chain.entries, chain.rest)


def _place(pickler: Pickler, traceback: Optional[TracebackType]) -> Optional[Tuple[_Chain, int]]:
    """Where a traceback is written: its chain, which each traceback belongs to once, and its place there."""
    known: Dict[int, Any] = pickler.__dict__.setdefault("tracebacks", {})
    found: List[TracebackType] = []
    entry = traceback
    while entry is not None and id(entry) not in known:
        found.append(entry)
        entry = entry.tb_next
    rest = None if entry is None else known[id(entry)][1:]
    if not found:
        return rest
    chain = _Chain(tuple(_entry(pickler, one) for one in found), rest)
    for index, one in enumerate(found):
        known[id(one)] = (one, chain, index)
    return chain, 0


def _entry(pickler: Pickler, entry: TracebackType) -> Tuple[Any, ...]:
    frame = entry.tb_frame
    code = frame.f_code
    positions = None
    if tracebacks.HAS_POSITIONS and entry.tb_lasti >= 0:
        positions = next(islice(code.co_positions(), entry.tb_lasti // 2, None), None)
    return (
        code.co_filename,
        code.co_name,
        code.co_qualname if tracebacks.HAS_POSITIONS else None,
        code.co_firstlineno,
        entry.tb_lineno,
        _original_offset(code, entry.tb_lasti, positions),
        positions,
        frame.f_globals if id(frame.f_globals) in pickler.table else None,
        pickler.live.frames.get(id(frame)),
    )


def _original_offset(code: CodeType, offset: int, positions: Any) -> int:
    """Where in the original code an instruction of a morph lies; of its preamble, one with the same position; −1 if there is none."""
    mark = frames.mark_of(code)
    if mark is None:
        return offset
    if offset >= mark[2]:
        return offset - int(mark[2])
    if positions is not None:
        for index, place in enumerate(mark[1].co_positions()):
            if place == positions:
                return 2 * index
    return -1


@register(TracebackType)
def _reduce_traceback(pickler: Pickler, traceback: TracebackType) -> Any:
    return tracebacks.at, _place(pickler, traceback)
