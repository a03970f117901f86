"""Knows how to read the C fields of an object that no method tells.

Must not know any type: callers say what the fields are, as `Modules/*.c` of CPython declares them.
"""

from __future__ import annotations

import gc
import struct

from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

__all__ = ["MISSING", "array", "fields", "memory", "referred"]

_HEAD = object.__basicsize__


class MISSING:
    """A field that is NULL."""


def memory(address: int, size: int) -> bytes:
    try:
        from pyteleport._engine import peek
    except ImportError:
        raise Refusal(
            "its state can't be read without the engine", "install pyteleport completely, and hop again"
        ) from None
    return peek(address, size)


def fields(thing: object, layout: str) -> List[Any]:
    """The fields after the object's head: `O` an object, `P` a pointer, `n` a size, `i` an int, `l` a long."""
    native = "@" + layout.replace("O", "P")
    values: List[Any] = list(struct.unpack(native, memory(id(thing) + _HEAD, struct.calcsize(native))))
    held = {id(one): one for one in gc.get_referents(thing)}
    for place, kind in enumerate(layout):
        if kind == "O":
            address = values[place]
            values[place] = (
                MISSING if not address else held[address] if address in held else referred(address)
            )
    return values


def array(address: int, count: int) -> List[int]:
    """That many sizes."""
    return list(struct.unpack("@%dn" % count, memory(address, count * struct.calcsize("n"))))


def referred(address: int) -> Any:
    """The object there, which a field that the collector does not visit keeps alive."""
    try:
        from ctypes import cast, py_object
    except ImportError:
        raise Refusal("what it refers to can't be read without ctypes") from None
    return cast(address, py_object).value
