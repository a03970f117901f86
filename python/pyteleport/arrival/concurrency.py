"""Knows how locks, thread-local and context variables are made in the state that they were in.

Must not know threads; standard library only, every version.
"""

from __future__ import annotations

import _thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Tuple


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
    variable.set(value[0])


def module_lock(kind: Any) -> Any:
    return kind.__new__(kind)


def set_module_lock(lock: Any, state: Any) -> None:
    """A lock of the import machinery, held by this thread if it was held."""
    if state["owner"] is not None:
        state["owner"] = _thread.get_ident()
    lock.__dict__.update(state)
