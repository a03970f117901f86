"""Knows what is tried when a program can't be pickled: without recursion, with what is to stay left out, or not at all.

Must not run unless pickling has failed.
"""

from __future__ import annotations

import sys

from ..arrival import hooks
from ..errors import TeleportError, UnsupportedObjectError
from . import explain, offenders
from .pickler import Live, Pickler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, NoReturn

    from .explain import Labelled


def again(
    error: Exception,
    root: object,
    live: Live,
    describe: Any,
) -> Pickler:
    """A pickler that has written the program after all.

    Raises:
        UnsupportedObjectError: it names everything that can't travel, and the way to each.
    """
    kind: Any = Pickler
    if isinstance(error, RecursionError):
        from .deep import DeepPickler

        kind = DeepPickler
        pickler = kind(live)
        try:
            pickler.dump(pickler.program(root))
            return pickler  # type: ignore[no-any-return]
        except Exception as second:
            pickler.let_go()
            error = second
    if isinstance(error, TeleportError) and not isinstance(error, UnsupportedObjectError):
        raise error
    searching = kind(live)
    try:
        found = offenders.find(searching, lambda pickler: pickler.dump(pickler.program(root)), ())
        if hooks.leaving is not None and found.offenders and not found.stopped:
            return _leaving(found, kind, root, live)
        start: List[Any] = list(describe()) if describe is not None else []
        start.extend(explain.globals_of({**searching.carried, "__main__": sys.modules["__main__"]}))
        start.append(("", root))
        refuse(found, error, start)
    finally:
        searching.let_go()


def _leaving(
    found: Any,
    kind: Any,
    root: object,
    live: Live,
) -> Pickler:
    """Write the program with stand-ins for all that was found, and put these into the list that is asked for."""
    from .hooked import Stayer

    pickler = kind(live)
    stayers = [Stayer(thing) for thing, _ in found.offenders]
    pickler.keep += stayers
    pickler.stayers = {id(stayer.thing): stayer for stayer in stayers}
    pickler.table.update(pickler.stayers)
    assert hooks.leaving is not None
    hooks.leaving[:] = [stayer.thing for stayer in stayers]
    pickler.dump(pickler.program(root))
    return pickler  # type: ignore[no-any-return]


def refuse(found: Any, error: BaseException, start: Labelled, kind: Any = UnsupportedObjectError) -> NoReturn:
    try:
        message, hint = explain.explain(found, error, start)
    except Exception:  # objects that fail even when they are looked at
        message, hint = "%s: %s" % (type(error).__name__, error), getattr(error, "hint", None)
    cause = error if not isinstance(error, TeleportError) else error.__cause__
    if cause is not None:
        cause.__traceback__ = (
            None  # through frames of ours, that hold what the program may want to see the end of
        )
    raise kind(message, hint=hint) from cause
