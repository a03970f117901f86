"""Knows what is to be done when the inner frame is one that nobody has called in an expression: a function that traces or profiles.

Must not know which completion fits: that is decided in `bridges/`.
"""

from __future__ import annotations

import sys
from functools import partial

from . import Completion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional


class Traced(Completion):
    """Tracing and profiling are off while a function of theirs runs. Then they are on again, and what a trace function has returned traces
    the frame (`call_trampoline`, Python/sysmodule.c).

    Args:
        trace, profile: what the program traces and profiles with, None for nothing.
        repeated: the event that the interpreter tells once more when the frame goes on, None if there is none.
        left_out: whether it does not tell of the first line, which follows the event of the call.
    """

    def __init__(
        self, trace: Optional[Any], profile: Optional[Any], repeated: Optional[str], left_out: bool
    ) -> None:
        self.trace = trace
        self.profile = profile
        self.repeated = repeated
        self.left_out = left_out

    def around(self, inner: Callable[[], Any]) -> Callable[[], Any]:
        # All of C, so that no frame of ours stands between: what `inner` gives is handed to `then`.
        return partial(next, map(self.then, iter(inner, object())))

    def then(self, value: Any) -> None:
        frame = sys._getframe(1)
        if self.trace is not None:
            if value is not None:
                frame.f_trace = value
                if self.left_out and frame.f_trace_lines:
                    frame.f_trace = value(frame, "line", None) or value
            if self.repeated == "line" and frame.f_trace is not None:
                frame.f_trace = _Once(frame.f_trace, frame.f_lineno)
            sys.settrace(self.trace)
        if self.profile is not None:
            sys.setprofile(_First(self.profile, self.repeated))


class _Once:
    """A trace function that is not told of the line again that it has been told of."""

    def __init__(self, trace: Any, line: int) -> None:
        self.trace = trace
        self.line = line

    def __call__(self, frame: Any, event: str, argument: Any) -> Any:
        frame.f_trace = self.trace
        if event == "line" and frame.f_lineno == self.line:
            return self.trace
        return self.trace(frame, event, argument)


class _First:
    """A profile function that is not told of what is ours, nor of the event again that it has been told of."""

    def __init__(self, profile: Any, repeated: Optional[str]) -> None:
        self.profile = profile
        self.repeated = repeated

    def __call__(self, frame: Any, event: str, argument: Any) -> None:
        if frame.f_code is Traced.then.__code__:
            return
        sys.setprofile(self.profile)
        if event != self.repeated:
            self.profile(frame, event, argument)
