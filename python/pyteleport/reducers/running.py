"""Knows frames that a program holds as objects, and how it is traced.

Must not know frames' states: those that travel are the engine's.
"""

from __future__ import annotations

import sys
from types import FrameType

from ..arrival import live
from .pickler import register
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List


@register(FrameType)
def _reduce_frame(pickler: Any, frame: FrameType) -> Any:
    place = pickler.live.frames.get(id(frame))
    if place is None:
        raise Refusal(
            "it is not of a call that travels, but has ended or belongs to a generator or to what started the program",
            "keep what is wanted of it, such as its line or function, and not the frame",
        )
    return live.stand_in, (place,)


def tracing(frames: List[FrameType], is_tracing: bool) -> Any:
    """What `arrival.live.trace` needs, None if nothing is traced. `is_tracing`: a function that traces runs, and what it traces with is
    known to the frame that waits for it."""
    trace, profile = (None if is_ours(one) else one for one in (sys.gettrace(), sys.getprofile()))
    of_frames = [
        (place, frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
        for place, frame in enumerate(frames)
        if not is_ours(frame.f_trace)
    ]
    if is_tracing:
        trace = profile = None
    return (trace, profile, of_frames) if trace or profile or of_frames else None


def is_ours(function: Any) -> bool:
    """Whether a trace function is none, or one of pyteleport's."""
    home = getattr(function, "__module__", None) or type(function).__module__
    return function is None or home.partition(".")[0] == "pyteleport"
