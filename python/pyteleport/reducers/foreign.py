"""Knows the classes that programs make with ctypes: their layout follows from what was written in them.

Must not know values: ctypes pickles those that hold no pointers, and refuses the others.
"""

from __future__ import annotations

from ..arrival import foreign, values
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_BASES = ("Structure", "Union", "Array", "_SimpleCData", "_Pointer", "_CFuncPtr")


def reduce_metaclass(kind: Any) -> Any:
    import ctypes

    for name in _BASES:
        if type(getattr(ctypes, name)) is kind:
            return foreign.metaclass, (name,)
    return NotImplemented


def reduce_class(pickler: Any, kind: Any) -> Any:
    import ctypes

    if issubclass(kind, ctypes.Array) and kind.__bases__ == (ctypes.Array,):
        return foreign.array, (kind._type_, kind._length_)
    if issubclass(kind, ctypes._Pointer) and kind.__name__.startswith("LP_"):
        return foreign.pointer, (kind._type_,)
    if not issubclass(kind, (ctypes.Structure, ctypes.Union)):
        raise Refusal(
            "classes for functions of C can't be made again", "define the class in a module that is imported"
        )
    field = type(_Example.x)
    body = {
        name: value
        for name, value in kind.__dict__.items()
        if type(value) is not field and name not in ("__dict__", "__weakref__")
    }
    shape = {"_fields_": body.pop("_fields_", None), "__module__": body.pop("__module__", None)}
    for name in ("_pack_", "_anonymous_", "_align_", "_layout_"):
        if name in body:
            shape[name] = body.pop(name)
    arguments = (kind.__name__, kind.__bases__, {k: v for k, v in shape.items() if v is not None})
    tracked = values.class_id(kind) if pickler.by_value else None
    return foreign.structure, (tracked, *arguments), body, None, None, foreign.fill


def _example() -> Any:
    import ctypes

    class Example(ctypes.Structure):
        _fields_ = [("x", ctypes.c_int)]

    return Example


_Example = _example()
