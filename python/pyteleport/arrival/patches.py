"""Knows how what a program has put into imported modules is put there again.

Must not know how that was found; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple

__all__ = ["take"]


def take(held: Dict[str, Any]) -> None:
    for owner, names, value in held.get("patches", ()):
        setattr(_last(owner, names[:-1]), names[-1], value)
    for owner, names in held.get("deleted", ()):
        owner = _last(owner, names[:-1])
        if names[-1] in owner.__dict__:
            delattr(owner, names[-1])
    for owner, names, put, gone in held.get("amended", ()):
        container = _last(owner, names)
        if gone is None:
            container[:] = put
            continue
        for key in gone:
            container.pop(key, None) if isinstance(container, dict) else container.discard(key)
        container.update(put)


def _last(owner: Any, names: Tuple[str, ...]) -> Any:
    for name in names:
        owner = getattr(owner, name)
    return owner
