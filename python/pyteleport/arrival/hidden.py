"""Knows the types that have no public name, and how type variables are made: what only a few programs need.

Must not be imported before it is needed; standard library only, every version.
"""

from __future__ import annotations

import sys
import types as _types

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

_known: Dict[str, type] = {}


def types() -> Dict[str, type]:
    """Every type of the interpreter that is known by another way than its module and name, with our name for it."""
    if not _known:
        for name in dir(_types):
            value = getattr(_types, name)
            if isinstance(value, type):
                _known[name] = value
        examples: Dict[str, Any] = {
            "list_iterator": iter([]),
            "tuple_iterator": iter(()),
            "str_iterator": iter("\u20ac"),
            "str_ascii_iterator": iter(""),
            "bytes_iterator": iter(b""),
            "bytearray_iterator": iter(bytearray()),
            "range_iterator": iter(range(0)),
            "longrange_iterator": iter(range(1 << 70)),
            "set_iterator": iter(set()),
            "dict_keyiterator": iter({}),
            "dict_valueiterator": iter({}.values()),
            "dict_itemiterator": iter({}.items()),
            "dict_keys": {}.keys(),
            "dict_values": {}.values(),
            "dict_items": {}.items(),
            "list_reverseiterator": reversed([]),
            "dict_reversekeyiterator": reversed({}),
            "callable_iterator": iter(int, 1),
            "NoneType": None,
            "ellipsis": ...,
            "NotImplementedType": NotImplemented,
            "weakref": sys.modules["_weakref"].ref(_types),
        }
        for name, example in examples.items():
            _known.setdefault(name, type(example))
        _known["UnraisableHookArgs"] = _of_unraisable()
    return _known


def _of_unraisable() -> type:
    """The type of what `sys.unraisablehook` is given, which only a call of that shows."""
    met: List[type] = []
    hook = sys.unraisablehook
    sys.unraisablehook = lambda unraisable: met.append(type(unraisable))
    try:
        _Raising()
    finally:
        sys.unraisablehook = hook
    return met[0]


class _Raising:
    def __del__(self) -> None:
        raise LookupError


def type_of(home: str, name: str) -> type:
    """The type of what a module has under a name: that of `sys.flags` is called like it."""
    __import__(home)
    return type(getattr(sys.modules[home], name))


#: Types that only what a function gives shows, by module and name, with the function.
GIVEN = {("decimal", "ContextManager"): "localcontext"}


def type_given(home: str, name: str) -> type:
    __import__(home)
    return type(getattr(sys.modules[home], GIVEN[home, name])())


def named(name: str) -> type:
    return types()[name]


def type_variable(kind: str, name: str, module: str, parts: Dict[str, Any]) -> Any:
    """A type variable or new type that is written in Python, with the attributes that it had."""
    import typing

    maker: Any = getattr(typing, kind)
    if kind == "NewType":
        made = maker(name, parts["__supertype__"])
    elif kind == "TypeVarTuple":
        made = maker(name)
    else:
        options = {
            "bound": parts.get("__bound__"),
            "covariant": parts.get("__covariant__", False),
            "contravariant": parts.get("__contravariant__", False),
        }
        made = maker(name, *parts.get("__constraints__", ()), **options)
    _set_module(made, module)
    return made


def lazy_variable(kind: str, name: str, module: str, options: Dict[str, bool]) -> Any:
    """A type variable or alias of C (3.12+), without what it is to hold."""
    import typing

    maker: Any = getattr(typing, kind)
    made = maker(name, None) if kind == "TypeAliasType" else maker(name, **options)
    _set_module(made, module)
    return made


def _set_module(made: Any, module: str) -> None:
    try:
        made.__module__ = module
    except AttributeError:
        pass


def set_fields(made: Any, values: List[Tuple[Any, ...]]) -> None:
    """Give an object the fields of C behind its first word, each as a tuple that is empty for NULL."""
    from ctypes import c_void_p, py_object, pythonapi, sizeof

    address = id(made) + object.__basicsize__
    for value in values:
        address += sizeof(c_void_p)
        field = c_void_p.from_address(address)
        before = field.value
        if value:
            pythonapi.Py_IncRef(py_object(value[0]))
        field.value = id(value[0]) if value else None
        if before:
            pythonapi.Py_DecRef(c_void_p(before))
