"""Knows every way a hop can fail, and what the user can do about each.

Must not know how a hop is made: it imports nothing of the package, so that anything may raise these.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Optional


__all__ = [
    "CaptureError",
    "LinkError",
    "NativeFrameError",
    "RestoreError",
    "TargetError",
    "TeleportError",
    "UnsupportedObjectError",
]


class TeleportError(Exception):
    """A hop, fork or dump that did not happen. The program goes on where it is, with nothing lost.

    Args:
        message: what went wrong, in one or two sentences.
        hint: what to do next; the class's own hint if not given.
        code: a stable word for programs to tell causes apart; the class's own code if not given.
    """

    code = "teleport"
    hint = ""

    def __init__(self, message: str = "", hint: Optional[str] = None, code: Optional[str] = None) -> None:
        super().__init__(message)
        self.message = message
        if hint is not None:
            self.hint = hint
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        return "%s\n  hint: %s" % (self.message, self.hint) if self.hint else self.message

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.message, self.hint, self.code)


class CaptureError(TeleportError):
    """The program's state could not be written down."""

    code = "capture"


class NativeFrameError(CaptureError):
    """A C function that holds state nobody can read stands between two frames of the program."""

    code = "native-frame"
    #: The frame that waits for the C function, while the error is being handled by this package.
    frame: Optional[FrameType] = None
    hint = "call teleport outside of this function, for example collect its result into a list first"


class UnsupportedObjectError(CaptureError):
    """The program holds an object that means nothing in another process."""

    code = "unsupported-object"
    hint = "close or delete the object before the hop, and make it anew after it"


class TargetError(TeleportError):
    """The target does not fit: it cannot be reached, or lacks what the program needs."""

    code = "target"


class LinkError(TeleportError):
    """The connection to the target broke before the program was handed over."""

    code = "link"
    hint = "the program is still here; try again when the connection is back"


class RestoreError(TeleportError):
    """The far side has everything, but could not build the program from it."""

    code = "restore"
    hint = "the traceback above is the far side's; the program is still here"
