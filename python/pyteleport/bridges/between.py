"""Knows what runs between two instructions, or while one lets go of something: signal handlers, trace functions, finalizers.

Must not know what the program does with them. What they return is dropped.
"""

from __future__ import annotations

from .site import VERSION, Refused, Site, interrupted, refuse_native, result, runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .site import Answer

#: Instructions whose effect is complete when they let go of what was there before.
_LET_GO = frozenset(
    "STORE_FAST STORE_NAME STORE_GLOBAL STORE_DEREF STORE_ATTR STORE_SUBSCR DELETE_FAST DELETE_NAME DELETE_GLOBAL"
    " DELETE_DEREF DELETE_ATTR DELETE_SUBSCR POP_TOP".split()
)
#: Instructions that signals are looked for at, without anything being half done: executing them (again) is right.
_REPEATABLE = frozenset("RESUME JUMP_BACKWARD JUMP_ABSOLUTE".split())
_CALLS = frozenset("CALL CALL_KW CALL_FUNCTION CALL_FUNCTION_KW CALL_FUNCTION_EX CALL_METHOD".split())
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
    if site.mnemonic in _LET_GO:
        return interrupted(behind=True)
    refuse_native("a callback")


def _signal(site: Site) -> Answer:
    name = site.mnemonic
    if name in _REPEATABLE:
        return interrupted()
    if name in _CALLS and VERSION >= (3, 10):
        # The call has ended if its lowest slot holds what it gave: not NULL, and nothing that could still be called.
        lowest = site.operands[0] if site.operands else ()
        if not lowest or callable(lowest[0]):
            refuse_native("a signal handler, which C code called while it waited")
        return interrupted(behind=True)
    if VERSION < (3, 10) and not any(part in name for part in _DIVERTING):
        if name in _CALLS:
            lowest = site.operands[0] if site.operands else ()
            if not lowest or callable(lowest[0]):
                refuse_native("a signal handler, which C code called while it waited")
        # The instruction named is the one that was completed last.
        return interrupted(behind=True)
    raise Refused("native", "a signal handler")


def _trace(site: Site) -> Answer:
    event = site.arguments[1][0] if len(site.arguments) > 1 and site.arguments[1] else None
    if event in ("line", "opcode", "c_call"):
        return interrupted()
    if event == "call" and site.mnemonic in ("RESUME",):
        return interrupted()
    refuse_native("a trace function for the event %r" % (event,))
