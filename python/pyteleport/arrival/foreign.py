"""Knows how classes of ctypes are made again.

Must not know their values; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional, Tuple


def metaclass(name: str) -> Any:
    import ctypes

    return type(getattr(ctypes, name))


def array(kind: Any, length: int) -> Any:
    return kind * length


def pointer(kind: Any) -> Any:
    import ctypes

    return ctypes.POINTER(kind)


def structure(name: Optional[str], title: str, bases: Tuple[Any, ...], body: Dict[str, Any]) -> Any:
    from . import values

    found = values.known(name) if name is not None else None
    if found is None:
        found = type(bases[0])(title, bases, body)
        if name is not None:
            values.track(name, found)
    return found


def fill(made: Any, body: Dict[str, Any]) -> None:
    for name, value in body.items():
        if name not in made.__dict__:
            setattr(made, name, value)
