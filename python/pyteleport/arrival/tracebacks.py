"""Knows how to make tracebacks of frames that exist no more: stub frames that look like them to `traceback`.

Must not know how frames of the program are rebuilt: it is given them when they exist.
"""

from __future__ import annotations

import _thread
from types import CodeType, FunctionType, TracebackType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, Optional, Tuple

    Entry = Tuple[Any, ...]
    Place = Tuple["Chain", int]
    #: Gives an instruction's offset in the code of the rebuilt frame, from the frame's place and the offset it had.
    Translator = Callable[[int, int], int]


HAS_POSITIONS = hasattr(CodeType, "co_positions")
_OPTIMIZED_NEW_LOCALS = 3
_RAISES = "None.x"


class Chain:
    """Traceback entries that follow each other, outermost first, and the place in another chain that they go on with."""

    __slots__ = ("entries", "rest", "made", "live")

    def __init__(self, entries: Tuple[Entry, ...], rest: Optional[Place]) -> None:
        self.entries = entries
        self.rest = rest
        #: How many entries there are up to the last one whose frame is the program's.
        self.live = max((place + 1 for place, one in enumerate(entries) if one[8] is not None), default=0)
        self.made: List[TracebackType] = []
        self.build(_stubs(list(entries)))

    def build(self, frames: List[Tuple[Any, int]]) -> None:
        """Make the tracebacks of the first entries, with these frames and offsets, before those that there are."""
        rest = self.made[len(frames) :]
        following: Optional[TracebackType]
        if rest:
            following = rest[0]
        else:
            following = None if self.rest is None else self.rest[0].made[self.rest[1]]
        for entry, (frame, offset) in zip(reversed(self.entries[: len(frames)]), reversed(frames)):
            following = TracebackType(following, frame, offset, entry[4] if entry[4] is not None else -1)
            rest.insert(0, following)
        self.made = rest


#: The chains with entries for frames of the program, and the exceptions whose tracebacks run through these.
_live: List[Chain] = []
_attached: List[Tuple[BaseException, Place]] = []
#: Whether something but an exception refers to a traceback that runs through frames of the program.
_is_held = False


def chain(entries: Tuple[Entry, ...], rest: Optional[Place]) -> Chain:
    """All tracebacks of a chain, with stubs for frames of the program until these exist."""
    made = Chain(entries, rest)
    if made.live:
        _live.append(made)
    return made


def at(chain: Chain, index: int) -> TracebackType:
    global _is_held
    if _is_live((chain, index)):
        _is_held = True
    return chain.made[index]


def attach(exception: BaseException, place: Place) -> None:
    """Give `exception` its traceback, now; and again when the frames of the program exist, if it runs through them."""
    exception.__traceback__ = place[0].made[place[1]]
    if _is_live(place):
        _attached.append((exception, place))


def _is_live(place: Optional[Place]) -> bool:
    while place is not None:
        chain, index = place
        if index < chain.live:
            return True
        place = chain.rest
    return False


def settle(frames: List[Any], translate: Optional[Translator], raised: List[BaseException]) -> None:
    """Let the tracebacks that run through frames of the program do so, now that these exist.

    Args:
        frames: the program's frames, innermost first.
        translate: gives, for a frame's place and an instruction's offset in its original code, the offset in its morph;
            without it the offset is unknown, which -1 says (Lib/traceback.py, _get_code_position).
        raised: the exceptions that have been raised again, whose first entry is right already unless the traceback is held.
    """
    global _is_held
    for chain in _live:
        found = []
        for made, entry in zip(chain.made, chain.entries[: chain.live]):
            offset, live = entry[5], entry[8]
            if live is None:
                found.append((made.tb_frame, made.tb_lasti))
                continue
            found.append((frames[live], translate(live, offset) if translate and offset >= 0 else -1))
            if _is_held:
                _enter_frame(made, *found[-1])
        if not _is_held:
            chain.build(found)
    for exception, (chain, index) in _attached:
        if _is_held or not any(one is exception for one in raised):
            exception.__traceback__ = chain.made[index]
    _live.clear()
    _attached.clear()
    _is_held = False


def _enter_frame(traceback: TracebackType, frame: Any, offset: int) -> None:
    """Set `tb_frame` and `tb_lasti`, which Python code can't: the object itself is referred to and can't be made again.

    `PyTracebackObject` (Include/cpython/traceback.h) is the same in all versions: the head, `tb_next`, `tb_frame`, `tb_lasti`.
    """
    from ctypes import c_int, c_void_p, py_object, pythonapi

    place = id(traceback) + object.__basicsize__ + 8
    stub = traceback.tb_frame
    pythonapi.Py_IncRef(py_object(frame))
    c_void_p.from_address(place).value = id(frame)
    pythonapi.Py_DecRef(py_object(stub))
    c_int.from_address(place + 8).value = offset


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
