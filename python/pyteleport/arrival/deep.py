"""Knows how objects get contents that were written after them, because they are nested too deeply to be written within.

Must not know how they were found; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple


def fill_list(shell: List[Any], contents: Tuple[Any, ...]) -> None:
    shell.extend(contents)


def fill_dict(shell: Dict[Any, Any], keys: Tuple[Any, ...], contents: Tuple[Any, ...]) -> None:
    shell.update(zip(keys, contents))


def fill_instance(made: Any, state: Any) -> None:
    """What pickle does with the state of an instance whose class has no way of its own for it."""
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        made.__dict__.update(state)
    if slots:
        for name, value in slots.items():
            setattr(made, name, value)
