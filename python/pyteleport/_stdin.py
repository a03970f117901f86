"""Knows how to get back what this process has read ahead of stdin, for the far side to read first.

Must not know who gets it.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

__all__ = ["pending_stdin"]


def pending_stdin(interactive: bool) -> bytes:
    """Return what this process has read from fd 0 ahead of the program, which must get it first."""
    pending = b""
    if interactive:
        from . import _native

        pending = _native.engine().pending_stdin()
    stream = sys.__stdin__
    try:
        if stream is None or stream.closed or stream.fileno() != 0:
            return pending
        # With an empty file in its place, reading to the end gives what is buffered and nothing else.
        saved = os.dup(0)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        try:
            return _drain(stream) + pending
        finally:
            os.dup2(saved, 0)
    except (AttributeError, OSError, ValueError):
        return pending


def _drain(stream: Any) -> bytes:
    raw: bytes = stream.buffer.read() or b""
    text: List[str] = []
    rest = b""
    try:
        text.append(stream.read())
    except UnicodeDecodeError:
        try:
            while True:
                text.append(stream.read(1))
        except UnicodeDecodeError as error:
            rest = error.object  # a character of which only some bytes have been read yet
    return "".join(text).encode(stream.encoding, stream.errors) + rest + raw
