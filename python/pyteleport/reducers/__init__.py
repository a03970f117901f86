"""Knows what the near side needs of the pickler: `dump`, and `register` for reducers of other rooms.

Must not know frames or the link. What the far side does with the pickle is `arrival.objects`.
"""

from __future__ import annotations

from . import classes, functions, instances, modules, rare  # noqa: F401 (they register)
from .pickler import NOTHING_LIVE, Dumped, Live, Pickler, register, register_later, register_named
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, Optional, Sequence, Tuple

    #: Gives the first objects that the root holds, each with words for where it is: "frame f at a.py:3 → local x".
    Describe = Callable[[], Sequence[Tuple[str, object]]]

__all__ = ["Dumped", "Live", "Pickler", "Refusal", "dump", "register", "register_named"]


# Every program has functions and classes. What else there is, is loaded when one of those has nothing for a type.
register_later("concurrency", "exceptions", "files", "generators", "iterators", "running")


def dump(root: object, live: Live = NOTHING_LIVE, describe: Optional[Describe] = None) -> Dumped:
    """Pickle `root`, `__main__` and all they reach.

    `describe` is called only when something can't be pickled. Raises `UnsupportedObjectError`, which names the object and the way to it.
    """
    pickler = Pickler(live)
    try:
        pickler.dump(pickler.program(root))
    except Exception as error:
        pickler.let_go()
        from . import failing

        pickler = failing.again(error, root, live, describe)
    pickler = _with_addresses(pickler, root, live)
    opened = _open_for(pickler, describe) if live.has_more_open or pickler.descriptors else []
    entries = [modules.describe(module, name) for name, module in pickler.carried_in_order()]
    dumped = Dumped(pickler.chunks, pickler.buffers, entries, pickler.needs, _is_ordered(pickler), opened)
    pickler.let_go()
    return dumped


def _open_for(pickler: Pickler, describe: Optional[Describe]) -> List[Any]:
    from . import descriptors

    def starts() -> List[Any]:
        from . import explain

        return [*(describe() if describe is not None else ()), *explain.globals_of(pickler.carried)]

    return descriptors.find(pickler, starts)


def _is_ordered(pickler: Pickler) -> bool:
    if not pickler.sets:
        return False
    from . import sets

    return sets.depend_on_secret(pickler.sets)


def _with_addresses(pickler: Pickler, root: object, live: Live) -> Pickler:
    """The pickler, or, if it has written ints that are addresses of what it has written, another that has written them as such."""
    if not pickler.numbers:
        return pickler
    from . import addresses

    found = addresses.find(pickler)
    if not found:
        return pickler
    second = type(pickler)(live)
    second.table.update(pickler.stayers)
    second.table.update(found)
    second.dump(second.program(root))
    second.keep += [pickler.numbers, pickler.stayers, found]
    pickler.let_go()
    return second
