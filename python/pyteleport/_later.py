"""Knows how a hop that is not possible yet happens at the first moment when it is: when the C function that stands in the way has
returned to its Python caller.

Must not know what the hop is: it is given a function that makes it. Nothing is polled: the caller's frame alone is traced, and
the interpreter calls back before that frame's next instruction. While it waits, each call of a function costs one more call.
"""

from __future__ import annotations

import sys

from .errors import CaptureError, NativeFrameError, TeleportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Callable

    #: Makes the hop from a frame that waits for a call (False) or stands between two instructions (True).
    Act = Callable[[FrameType, bool], Any]

__all__ = ["PostponedHopWarning", "attempt"]


class PostponedHopWarning(RuntimeWarning):
    """A hop that was to happen later has failed; the program goes on where it is."""


def attempt(frame: FrameType, act: Act) -> Any:
    """Hop now, or as soon as it is possible.

    Returns:
        What `act` returns, or None where the hop is still to come.

    Raises:
        TeleportError: the hop has failed for another reason than a C function in the way.
    """
    try:
        return act(frame, False)
    except NativeFrameError as error:
        waits = error.frame
        error.frame = None
        if sys.gettrace() is _no_other:
            raise CaptureError(
                "a hop waits already for the C function in the way to return: %s" % error,
                'say when="possible" once, and not again before that hop has happened',
                "waiting",
            ) from None
        if waits is None or sys.gettrace() is not None:
            raise
    _wait(waits, act)
    return None


def _wait(frame: FrameType, act: Act) -> None:
    def at_next_instruction(frame: FrameType, event: str, argument: Any) -> Any:
        if event not in ("line", "opcode"):
            return at_next_instruction
        _stop(frame)
        try:
            act(frame, True)
        except NativeFrameError as error:
            outer, error.frame = error.frame, None
            if outer is None or outer is frame:
                _warn(error)
            else:
                _wait(outer, act)
        except (TeleportError, OSError) as error:
            _warn(error)
        return None

    frame.f_trace = at_next_instruction
    frame.f_trace_opcodes = True  # before tracing begins (3.12)
    sys.settrace(_no_other)


def _no_other(frame: FrameType, event: str, argument: Any) -> None:
    """Frames that begin while the hop is awaited are not traced."""
    return None


def _stop(frame: FrameType) -> None:
    sys.settrace(None)
    frame.f_trace = None
    frame.f_trace_opcodes = False


def _warn(error: Exception) -> None:
    import warnings

    try:
        warnings.warn("the postponed hop has failed: %s" % error, PostponedHopWarning, stacklevel=3)
    except PostponedHopWarning:
        pass  # made an error by the program's filters: there is nobody to raise it to
