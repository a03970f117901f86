"""Knows whether the modules a program refers to can be imported here, in the versions it had.

Must not import any of them: looking must not run their code.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, List, Optional, Tuple

__all__ = ["find_lacks"]


def find_lacks(needs: Dict[str, Optional[str]]) -> List[Tuple[str, Optional[str], Optional[str]]]:
    """Return what is missing here of `needs`: module, version wanted, version found (None: not there at all)."""
    from importlib.machinery import PathFinder
    from importlib.util import find_spec

    lacks: List[Tuple[str, Optional[str], Optional[str]]] = []
    for name, wanted in needs.items():
        if name in sys.modules and wanted is None:
            continue
        try:
            spec = sys.modules.get(name) or find_spec(name)
        except (ImportError, ValueError):
            spec = PathFinder.find_spec(name)
        if spec is None:
            lacks.append((name, wanted, None))
        elif wanted is not None and name not in ("pyteleport", "cloudpickle"):
            found = _version_of(name)
            if found is not None and found != wanted:
                lacks.append((name, wanted, found))
    return lacks


def _version_of(module: str) -> Optional[str]:
    """The version of the distribution that has `module`, or None where that can't be told."""
    from importlib import metadata

    try:
        return metadata.version(module)
    except metadata.PackageNotFoundError:
        pass
    for distribution in metadata.distributions():
        names = (distribution.read_text("top_level.txt") or "").split()
        if module in names:
            return distribution.version
    return None
