"""Knows what the near side needs of the pickler: `dump`, and `register` for reducers of other rooms.

Must not know frames or the link. What the far side does with the pickle is `arrival.objects`.
"""

from __future__ import annotations

from typing import Any, Dict, Optional

from . import classes as _classes
from . import functions as _functions
from . import modules as _modules
from .pickler import Dumped, Pickler, register, register_named

__all__ = ["Dumped", "Pickler", "dump", "register", "register_named"]


def dump(root: object, *, live_frames: Optional[Dict[int, int]] = None) -> Dumped:
    """Pickle `root` and all it reaches.

    `live_frames` gives, by `id`, the place of each frame that travels, for tracebacks through them.
    """
    pickler = Pickler(live_frames)
    pickler.dump(pickler.program(root))
    entries = [_modules.describe(module, name) for name, module in pickler.carried_in_order()]
    return Dumped(pickler.chunks, pickler.buffers, entries, pickler.needs)
