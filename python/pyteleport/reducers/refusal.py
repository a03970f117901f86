"""Knows the one exception by which a reducer says no.

Must not know what the user is told in the end: `explain` finds the path to the object and says it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional


class Refusal(TypeError):
    """This object can't travel. `hint` says what the user can do."""

    def __init__(self, message: str, hint: Optional[str] = None) -> None:
        super().__init__(message)
        self.hint = hint
