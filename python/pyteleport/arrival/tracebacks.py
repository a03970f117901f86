"""Knows how to make tracebacks of frames that exist no more: stub frames that look like them to `traceback`.

Must not know how frames of the program are rebuilt: it is given them when they exist.
"""

from __future__ import annotations

import _thread
from types import CodeType, FunctionType, TracebackType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

    Entry = Tuple[Any, ...]
    #: Gives an instruction's offset in the code of the rebuilt frame, from the frame's place and the offset it had.
    Translator = Callable[[int, int], int]


HAS_POSITIONS = hasattr(CodeType, "co_positions")
_OPTIMIZED_NEW_LOCALS = 3
_RAISES = "None.x"


#: Tracebacks that have been made, by the `id` of their entries, with these, which so stay alive.
_made: Dict[int, Tuple[Any, Optional[TracebackType]]] = {}


def standalone(entries: Tuple[Entry, ...]) -> Optional[TracebackType]:
    known = _made.get(id(entries))
    if known is None:
        known = _made[id(entries)] = (entries, build(entries, None))
    return known[1]


def attach(exception: BaseException, entries: Tuple[Entry, ...]) -> None:
    """Give `exception` its traceback, now; and again when the frames of the program exist, if it runs through them."""
    exception.__traceback__ = standalone(entries)
    if any(entry[8] is not None for entry in entries):
        from . import objects

        objects.live_tracebacks.append((exception, entries))


def build(
    entries: Tuple[Entry, ...], frames: Optional[List[Any]], translate: Optional[Translator] = None
) -> Optional[TracebackType]:
    stubs = _stubs([entry for entry in entries if frames is None or entry[8] is None])
    following: Optional[TracebackType] = None
    for entry in reversed(entries):
        line, offset, live = entry[4], entry[5], entry[8]
        if frames is not None and live is not None:
            frame = frames[live]
            # Without a translation the column is unknown; -1 says so (Lib/traceback.py, _get_code_position).
            offset = translate(live, offset) if translate is not None and offset >= 0 else -1
        else:
            frame, offset = stubs.pop()
        following = TracebackType(following, frame, offset, line if line is not None else -1)
    return following


def _stubs(entries: List[Entry]) -> List[Tuple[Any, int]]:
    """Frames that stopped where the entries say, made in a thread of their own so that arrival's are not behind them."""
    made: List[Tuple[Any, int]] = []
    if not entries:
        return made
    done = _thread.allocate_lock()
    done.acquire()

    def run() -> None:
        try:
            made.extend(_stub(entry) for entry in entries)
        finally:
            done.release()

    _thread.start_new_thread(run, ())
    done.acquire()
    return made


def _stub(entry: Entry) -> Tuple[Any, int]:
    file, name, qualified, first, line, _, positions, namespace, _ = entry
    code = compile(_RAISES, file, "exec").replace(co_name=name, co_firstlineno=first)
    if name != "<module>":
        code = code.replace(co_flags=_OPTIMIZED_NEW_LOCALS)
    if HAS_POSITIONS:
        units = len(code.co_code) // 2
        code = code.replace(
            co_qualname=qualified, co_linetable=_line_table(units, first, positions or (line,) + (None,) * 3)
        )
    if namespace is None:
        namespace = {"__name__": None, "__file__": file}
    try:
        FunctionType(code, namespace)()
    except AttributeError as error:
        traceback = error.__traceback__
        assert traceback is not None and traceback.tb_next is not None
        return traceback.tb_next.tb_frame, traceback.tb_next.tb_lasti
    raise AssertionError


def _line_table(units: int, first: int, positions: Tuple[Any, ...]) -> bytes:
    """A line table in which all instructions have these positions (Objects/locations.md of 3.11 and later)."""
    line, end_line, column, end_column = positions
    table = bytearray()
    delta = (line if line is not None else first) - first
    exact = line is not None and end_line is not None and column is not None and end_column is not None
    while units > 0:
        length = min(units, 8)
        table.append(0x80 | (14 if exact else 13) << 3 | length - 1)
        _append(table, -delta << 1 | 1 if delta < 0 else delta << 1)
        if exact:
            _append(table, end_line - line)
            _append(table, column + 1)
            _append(table, end_column + 1)
        delta = 0
        units -= length
    return bytes(table)


def _append(table: bytearray, number: int) -> None:
    while number >= 0x40:
        table.append(0x40 | number & 0x3F)
        number >>= 6
    table.append(number)
