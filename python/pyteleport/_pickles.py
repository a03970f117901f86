"""Knows the general picklers: `dumps` and `loads` for any object, not for a program.

Must not know frames or the link; importing it loads no reducer before something is pickled.
"""

from __future__ import annotations

from pickle import PicklingError, load, loads

from .errors import UnsupportedObjectError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional

__all__ = ["UnpicklableError", "dumps", "load", "loads", "write"]


class UnpicklableError(UnsupportedObjectError, PicklingError, TypeError):
    """What `dumps` raises: an `UnsupportedObjectError` that those who call pickle expect too."""


def dumps(
    obj: Any, protocol: Optional[int] = None, *, buffer_callback: Optional[Callable[[Any], Any]] = None
) -> bytes:
    """Pickle any object, with what it reaches: functions, classes, generators and open files among it.

    Functions and classes of `__main__`, local ones, and those of modules given to `by_value` travel themselves; of their
    globals those that they use. All else that can be imported is named.

    Args:
        obj: what to pickle.
        protocol: of pickle; 5 if not given.
        buffer_callback: called with large buffers, which then travel apart (PEP 574).

    Returns:
        a pickle that `loads`, or `pickle.loads`, reads wherever pyteleport can be imported.

    Raises:
        UnsupportedObjectError: it holds what means nothing elsewhere; the message names all of that, each with the way to it.
    """
    from .reducers import single

    return single.dumps(obj, protocol, buffer_callback)


def write(
    obj: Any,
    file: Any,
    protocol: Optional[int] = None,
    *,
    buffer_callback: Optional[Callable[[Any], Any]] = None,
) -> None:
    """Like `dumps`, into a binary file, large buffers without a copy of them. This is what `pyteleport.dump(obj, file)` calls."""
    from .reducers import single

    for chunk in single.chunks(obj, protocol, buffer_callback):
        view = memoryview(chunk)
        while view.nbytes:
            done = file.write(view)
            if type(done) is not int or done >= view.nbytes:
                break
            view = view.cast("B")[done:]  # a file without a buffer may take a part only
