"""Knows frames of the program as objects that it holds, and how it is traced: both are put in place when the frames exist.

Must not know how frames are rebuilt; standard library only, every version.
"""

from __future__ import annotations

import gc
import sys
from types import CellType, FrameType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

_OPTIMIZED = 1
#: Whether `f_locals` of a function's frame writes through to its variables (3.13+, PEP 667).
_WRITES_THROUGH = not isinstance((lambda: sys._getframe().f_locals)(), dict)


class Frame:
    """Stands for a frame of the program until that exists."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        self.place = place


_standing: Dict[int, Frame] = {}


def stand_in(place: int) -> Frame:
    """What stands for the frame at `place`, counted from the innermost."""
    return _standing.setdefault(place, Frame(place))


def settle(frames: List[FrameType]) -> None:
    """Put the program's frames, innermost first, where something stands for them.

    Raises:
        RuntimeError: something that can't be changed holds one.
    """
    alone = Frame(-1)
    count = sys.getrefcount(alone)
    for place, standing in list(_standing.items()):
        del _standing[place]
        for frame in frames:
            if frame.f_code.co_flags & _OPTIMIZED:
                _settle_variables(frame, standing, frames[place])
        for holder in gc.get_referrers(standing):
            _settle_in(holder, standing, frames[place])
        holder = None
        if sys.getrefcount(standing) > count:
            raise RuntimeError(
                "what holds a frame of the program can't be given it again: keep the frame in a variable, list, dict, tuple or attribute"
            )


def _settle_variables(frame: Any, standing: Frame, real: FrameType) -> None:
    variables = frame.f_locals
    found = [name for name, value in variables.items() if value is standing]
    for name in found:
        variables[name] = real
    if _WRITES_THROUGH:
        return
    if found:
        from ctypes import c_int, py_object, pythonapi

        pythonapi.PyFrame_LocalsToFast(py_object(frame), c_int(0))
    variables.clear()  # the frame would keep it, and with it what it shows


def _settle_in(holder: Any, standing: Frame, real: FrameType) -> None:
    kind = type(holder)
    if kind is CellType:
        holder.cell_contents = real
    elif kind is list:
        holder[:] = [real if one is standing else one for one in holder]
    elif kind is dict:
        for key in [key for key, value in holder.items() if value is standing]:
            holder[key] = real
    elif kind is tuple:
        from ctypes import c_void_p, py_object, pythonapi

        for index, one in enumerate(holder):
            if one is standing:
                # `PyTupleObject`: the items are the last of it.
                item = c_void_p.from_address(id(holder) + tuple.__basicsize__ + 8 * index)
                pythonapi.Py_IncRef(py_object(real))
                item.value = id(real)
                pythonapi.Py_DecRef(py_object(standing))
    elif kind is not FrameType:
        for name, value in getattr(holder, "__dict__", {}).items():
            if value is standing:
                object.__setattr__(holder, name, real)


def trace(frames: List[FrameType], held: Tuple[Any, Any, List[Tuple[int, Any, bool, bool]]]) -> None:
    """Let the program be traced and profiled again, and its frames be traced as they were. Nothing of ours may run after this."""
    function, profile, of_frames = held
    for place, local, lines, opcodes in of_frames:
        frame = frames[place]
        frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes = local, lines, opcodes
    if function is not None:
        sys.settrace(function)
    if profile is not None:
        sys.setprofile(profile)
