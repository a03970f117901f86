"""Knows what the program has asked for about its objects: own ways to travel, what stays, whom to tell. It travels along.

Must not know how objects are pickled; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

#: By type: how an object of it is taken apart, and made again of the parts.
registered: Dict[type, Tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {}
#: Names of the modules that travel by value though they could be imported.
by_value: Dict[str, None] = {}
#: What stays where it is, by `id`.
left: Dict[int, Any] = {}
#: While a call with `unsupported="leave"` captures: the list of what stays, to be filled.
leaving: Optional[List[Any]] = None
departing: List[Callable[[], Any]] = []
arriving: List[Callable[[], Any]] = []

_TABLES: Tuple[Dict[Any, Any], ...] = (registered, by_value, left)
_LISTS = (departing, arriving)


def held() -> Any:
    """All of it, or None if nothing was asked for."""
    if not any(_TABLES) and not any(_LISTS):
        return None
    return [dict(registered), dict(by_value)], [list(callbacks) for callbacks in _LISTS]


def take(held: Any) -> None:
    for table, values in zip(_TABLES, held[0]):
        table.update(values)
    for callbacks, values in zip(_LISTS, held[1]):
        callbacks[:] = values


def depart() -> None:
    for callback in list(departing):
        callback()


def arrive() -> None:
    """Tell the program that it goes on: there, or here again when it has not left or a copy has."""
    for callback in list(arriving):
        callback()


def made(arrive: Callable[[Any], Any], state: Any) -> Any:
    return arrive(state)


def empty(kind: Any) -> Any:
    return kind.__new__(kind)


def fill(thing: Any, state: Any) -> None:
    thing.__arrive__(state)
