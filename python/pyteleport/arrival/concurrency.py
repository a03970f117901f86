"""Knows how locks, thread-local and context variables are made in the state that they were in.

Must not know threads; standard library only, every version.
"""

from __future__ import annotations

import _thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple


class MISSING:
    """Stands for no value."""


def lock(locked: bool) -> Any:
    made = _thread.allocate_lock()
    if locked:
        made.acquire()
    return made


def reentrant_lock(count: int) -> Any:
    """A reentrant lock that the thread which unpickles, that of the program, has acquired `count` times."""
    made = _thread.RLock()
    for _ in range(count):
        made.acquire()
    return made


def local(kind: Any) -> Any:
    return kind.__new__(kind)


def context_variable(name: str, default: Any) -> Any:
    from contextvars import ContextVar

    return ContextVar(name) if default is MISSING else ContextVar(name, default=default)


def set_context_variable(variable: Any, value: Tuple[Any]) -> None:
    set_in(current_context(), variable, value[0])


def current_context() -> Any:
    """The context itself, not a copy: a token refers to it."""
    import gc
    from contextvars import Context, ContextVar

    probe: Any = ContextVar("probe")
    made = probe.set(None)
    (found,) = [one for one in gc.get_referents(made) if type(one) is Context]
    probe.reset(made)
    return found


#: By context and variable that was not set, the token that makes it so again. There is one that is not used at most.
_first: Dict[Tuple[Any, Any], Any] = {}


def set_in(context: Any, variable: Any, value: Any) -> None:
    """Set a variable in the context that one is in."""
    if variable in context:
        variable.set(value)
    else:
        _first[id(context), variable] = variable.set(value)


def token(context: Any, variable: Any, old: Optional[Tuple[Any]], is_used: bool) -> Any:
    """What `variable.set` returned in that context when it was `old` there (None: not set), to be given to `reset` there."""
    from contextvars import Context

    if is_used:  # good for nothing, whichever context it is of
        return Context().run(_used, variable, old)
    if context is current_context():
        return _token(context, variable, old)
    return context.run(_token, context, variable, old)


def _used(variable: Any, old: Optional[Tuple[Any]]) -> Any:
    if old is not None:
        variable.set(old[0])
    made = variable.set(None)
    variable.reset(made)
    return made


def _token(context: Any, variable: Any, old: Optional[Tuple[Any]]) -> Any:
    if old is None:
        return _first.pop((id(context), variable), None) or variable.set(None)
    kept = variable.get(MISSING)
    set_in(context, variable, old[0])
    made = variable.set(None)
    variable.set(kept)
    return made


def context(values: List[Tuple[Any, Any]]) -> None:
    """Set variables of imported modules, when all their tokens have been made."""
    for variable, value in values:
        variable.set(value)
    _first.clear()


def module_lock(kind: Any) -> Any:
    return kind.__new__(kind)


def set_module_lock(lock: Any, state: Any) -> None:
    """A lock of the import machinery, held by this thread if it was held."""
    if state["owner"] is not None:
        state["owner"] = _thread.get_ident()
    lock.__dict__.update(state)
