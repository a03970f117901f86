"""Knows what runs between two instructions, or while one lets go of something: signal handlers, trace functions, finalizers.

Must not know what the program does with them. What they return is dropped.
"""

from __future__ import annotations

import os
import sys
from _signal import raise_signal  # type: ignore[import-not-found]

from ..arrival.completions import Constant
from ..arrival.completions.between import Traced
from .facts import JUMPS_LOOK_FOR_SIGNALS, LINES_ARE_TOLD_AGAIN, SIGNALS_COME_BEHIND
from .site import (
    AT,
    BEHIND,
    TARGET,
    Refused,
    Site,
    completed,
    interrupted,
    refuse_native,
    result,
    runs,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .site import Answer

#: Instructions that signals are looked for at, without anything being half done: executing them (again) is right.
_REPEATABLE = frozenset("RESUME JUMP_BACKWARD JUMP_ABSOLUTE".split())
_CALLS = frozenset("CALL CALL_KW CALL_FUNCTION CALL_FUNCTION_KW CALL_FUNCTION_EX CALL_METHOD".split())
#: C functions that call handlers themselves, and then give None.
_RAISING = (os.kill, raise_signal)
#: What must not be gone on behind, because where it goes depends on what has been popped (3.8, 3.9).
_DIVERTING = (
    "JUMP",
    "FOR_ITER",
    "RETURN",
    "YIELD",
    "RAISE",
    "END_FINALLY",
    "CALL_FINALLY",
    "SETUP",
    "WITH_CLEANUP",
)


#: Whether a function that traces or profiles runs in the frames of this capture.
is_tracing = False


def answer(site: Site) -> Answer:
    if len(site.arguments) > 1 and site.argument_is(1, site.frame):
        return _signal(site)
    if site.argument_is(0, site.frame):
        return _trace(site)
    if site.inner.co_name == "__del__":
        lowest = site.operands[0] if site.operands else ()
        if site.mnemonic == "CALL_METHOD" and lowest and runs(lowest[0], site.inner):
            return result()
        # An object that is being finalised would be so once more where it arrives.
        refuse_native("a finalizer, `__del__`")
    refuse_native("a callback of a weak reference")


def _signal(site: Site) -> Answer:
    name = site.mnemonic
    if name in _REPEATABLE or site.frame.f_lasti < 0:  # up to 3.10 a frame looks for signals before it begins
        return interrupted()
    if name in _CALLS:
        operands: Any = site.operands or ()
        lowest = operands[0] if operands else ()
        pending = lowest or (operands[1] if len(operands) > 1 else ())
        if pending and pending[0] in _RAISING:
            return completed(Constant(None))
        # The call has ended if its lowest slot holds what it gave: not NULL, and nothing that could still be called.
        if not lowest or callable(lowest[0]):
            refuse_native("a signal handler, which C code called while it waited")
        return interrupted(BEHIND)
    if name.startswith(("POP_JUMP_BACKWARD", "POP_JUMP_IF")) and JUMPS_LOOK_FOR_SIGNALS:
        return interrupted(TARGET)  # only a jump that is taken looks for signals
    if SIGNALS_COME_BEHIND and not any(part in name for part in _DIVERTING):
        # The instruction named is the one that was completed last.
        return interrupted(BEHIND)
    raise Refused("native", "a signal handler")


def _trace(site: Site) -> Answer:
    global is_tracing
    event = site.arguments[1][0] if len(site.arguments) > 1 and site.arguments[1] else None
    begins = site.frame.f_lasti < 0
    if event in ("line", "opcode", "c_call") or event == "call" and (site.mnemonic == "RESUME" or begins):
        is_tracing = True
        repeated = event if event == "c_call" or event == "line" and LINES_ARE_TOLD_AGAIN else None
        is_function = (
            begins or site.argument & 3 == 0
        )  # and no generator that goes on (Include/internal/pycore_opcode_utils.h)
        left_out = event == "call" and is_function and not LINES_ARE_TOLD_AGAIN
        # A call is told by `RESUME`, and that has been executed.
        place = BEHIND if event == "call" and not begins else AT
        return interrupted(place, Traced(sys.gettrace(), sys.getprofile(), repeated, left_out))
    refuse_native("a trace function for the event %r" % (event,))
