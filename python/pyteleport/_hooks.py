"""Knows the calls by which a program says how its objects travel.

Must not know how they are pickled: what is said is kept in `arrival.hooks`, which travels with the program.
"""

from __future__ import annotations

from .arrival import hooks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any, Callable, TypeVar

    T = TypeVar("T")
    Callback = TypeVar("Callback", bound=Callable[[], Any])

__all__ = ["by_value", "leave", "on_arrival", "on_departure", "register"]


def register(kind: type, depart: Callable[[Any], Any], arrive: Callable[[Any], Any]) -> None:
    """Let instances of exactly the type `kind` travel as what `depart(instance)` gives; `arrive` makes them of that again.

    `arrive` runs while the program is rebuilt, before the handover: what must happen once belongs to `on_arrival`.
    A class of your own can have methods instead: `__depart__(self)`, whose result `__arrive__(self, state)` gets in a new instance.
    """
    hooks.registered[kind] = (depart, arrive)


def by_value(module: ModuleType) -> None:
    """Let `module`, and its submodules, travel instead of being imported over there."""
    import sys
    from types import ModuleType as Module

    if not issubclass(type(module), Module) or sys.modules.get(module.__name__) is not module:
        raise ValueError("%r is no imported module" % (module,))
    hooks.by_value[module.__name__] = None


def leave(obj: T) -> T:
    """Let `obj` stay here. Wherever the program holds it, a stand-in arrives that says what it was, when used or shown.

    Returns:
        `obj`.
    """
    hooks.left[id(obj)] = obj
    return obj


def on_departure(callback: Callback) -> Callback:
    """Call `callback()` before the program is captured, by every call that does so; for example to close connections.

    Returns:
        `callback`, so this is a decorator too.
    """
    hooks.departing.append(callback)
    return callback


def on_arrival(callback: Callback) -> Callback:
    """Call `callback()` where the program goes on after a departure: there, in a copy, and here if it goes on here.

    Returns:
        `callback`, so this is a decorator too.
    """
    hooks.arriving.append(callback)
    return callback
