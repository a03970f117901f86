"""Knows what the near side needs of the pickler: `dump`, and `register` for reducers of other rooms.

Must not know frames or the link. What the far side does with the pickle is `arrival.objects`.
"""

from __future__ import annotations

from . import classes, functions, instances, modules, rare  # noqa: F401 (they register)
from .pickler import Dumped, Pickler, register, register_later, register_named
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional, Sequence, Tuple

    #: Gives the first objects that the root holds, each with words for where it is: "frame f at a.py:3 → local x".
    Describe = Callable[[], Sequence[Tuple[str, object]]]

__all__ = ["Dumped", "Pickler", "Refusal", "dump", "register", "register_named"]


# Every program has functions and classes. What else there is, is loaded when one of those has nothing for a type.
register_later("concurrency", "exceptions", "files", "generators", "iterators", "running")


def dump(
    root: object,
    *,
    live_frames: Optional[Dict[int, int]] = None,
    live_generators: Optional[Dict[int, Any]] = None,
    owners: Sequence[Any] = (),
    describe: Optional[Describe] = None,
) -> Dumped:
    """Pickle `root`, `__main__` and all they reach.

    `live_frames` gives, by `id`, the place of each frame that travels, for tracebacks through them. `describe` is called only
    when something can't be pickled. Raises `UnsupportedObjectError`, which names the object and the way to it.
    """
    pickler = _pickler(live_frames, live_generators, owners)
    try:
        pickler.dump(pickler.program(root))
        pickler = _with_addresses(pickler, root, live_frames, live_generators, owners)
    except Exception as error:
        pickler.let_go()
        from . import failing

        pickler = failing.again(error, root, live_frames, live_generators, describe)
    entries = [modules.describe(module, name) for name, module in pickler.carried_in_order()]
    dumped = Dumped(pickler.chunks, pickler.buffers, entries, pickler.needs, _is_ordered(pickler))
    pickler.let_go()
    return dumped


def _is_ordered(pickler: Pickler) -> bool:
    if not pickler.sets:
        return False
    from . import sets

    return sets.depend_on_secret(pickler.sets)


def _pickler(
    live_frames: Optional[Dict[int, int]], live_generators: Optional[Dict[int, Any]], owners: Sequence[Any]
) -> Pickler:
    made = Pickler(live_frames, live_generators)
    if owners:
        from . import variables

        variables.share(made, list(owners))
    return made


def _with_addresses(
    pickler: Pickler,
    root: object,
    live_frames: Optional[Dict[int, int]],
    live_generators: Optional[Dict[int, Any]],
    owners: Sequence[Any],
) -> Pickler:
    """The pickler, or, if it has written ints that are addresses of what it has written, another that has written them as such."""
    if not pickler.numbers:
        return pickler
    from . import addresses

    found = addresses.find(pickler)
    if not found:
        return pickler
    second = _pickler(live_frames, live_generators, owners)
    second.table.update(found)
    second.dump(second.program(root))
    second.keep += [pickler.numbers, found]
    pickler.let_go()
    return second
