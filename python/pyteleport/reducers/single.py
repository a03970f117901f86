"""Knows the ways to pickle one object, and in which order they are tried: plainly, exactly, without recursion.

Must not know programs: that is `dump` of this room.
"""

from __future__ import annotations

from ..arrival import values
from .values import ReachedNamespace, ValuePickler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, Optional


def dumps(obj: Any, protocol: Optional[int], buffer_callback: Optional[Callable[[Any], Any]]) -> bytes:
    number = 5 if protocol is None else protocol
    pickler = ValuePickler(number, buffer_callback)
    try:
        pickler.dump(obj)
        return b"".join(pickler.chunks)
    except ReachedNamespace:
        return _exactly(obj, number)
    finally:
        pickler.forget()


def _exactly(obj: Any, protocol: int) -> bytes:
    buffers: List[Any] = []
    pickler = ValuePickler(protocol, exact=True)
    try:
        pickler.dump(obj)
        return _wrapped(b"".join(pickler.chunks), buffers, protocol)
    finally:
        pickler.forget()


def _wrapped(data: bytes, buffers: List[Any], protocol: int) -> bytes:
    from pickle import dumps

    return dumps(_Exact(data, buffers), protocol)


class _Exact:
    """A pickle that only `objects.Unpickler` reads, within one that every unpickler reads."""

    def __init__(self, *parts: Any) -> None:
        self.parts = parts

    def __reduce__(self) -> Any:
        return values.exact, self.parts
