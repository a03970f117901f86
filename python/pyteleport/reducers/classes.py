"""Knows classes that travel, enumeration members of theirs, type variables, and types that have no public name.

Must not know functions: those in a class reach their own reducer through the pickler.
"""

from __future__ import annotations

import gc
import sys
from struct import calcsize
from types import (
    GetSetDescriptorType,
    MemberDescriptorType,
)

from ..arrival import objects, rebuild, values
from . import instances, modules
from .fields import MISSING, fields
from .functions import is_importable
from .pickler import Pickler, register, register_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

_HEAP = 1 << 9
_mro_of = type.__dict__["__mro__"].__get__

#: Made again by `_abc`.
_NOT_CARRIED = frozenset(("_abc_impl", "__abstractmethods__"))
_SHAPE = ("__module__", "__qualname__", "__slots__", "__orig_bases__", "__class__")


@register(type, subclasses=True)
def _reduce_class(pickler: Pickler, kind: type) -> Any:
    if is_importable(pickler, kind, kind.__module__, kind.__qualname__):
        return NotImplemented
    is_static = (
        not kind.__flags__ & _HEAP or kind.__module__ == "builtins" and "<locals>" not in kind.__qualname__
    )
    if is_static or instances.is_of_c(kind):
        return _by_other_name(pickler, kind) or _hidden(kind)
    metaclass: Any = type(kind)
    if metaclass.__module__ == "_ctypes":
        return _of_ctypes(pickler, kind)
    if not _is_plain_metaclass(metaclass):
        return _by_cloudpickle(pickler, kind)
    pickler.unmark(kind)
    variables = dict(kind.__dict__)
    # Keys that are no names may run the program's code when they are compared.
    order = tuple(variables) if all(type(name) is str for name in variables) else ()
    shape = {name: variables.pop(name) for name in _SHAPE if name in variables}
    shape["__qualname__"] = kind.__qualname__
    abstract = variables.get("__abstractmethods__")
    registered = _registered(variables.get("_abc_impl"), kind)
    for name, value in list(variables.items()):
        if name in _NOT_CARRIED or _is_made_anew(kind, name, value):
            del variables[name]
    if abstract is not None:
        variables["__abstractmethods__"] = abstract
    arguments: Tuple[Any, ...] = (metaclass, kind.__name__, kind.__bases__, shape)
    if metaclass.mro is not type.mro:
        arguments += (tuple(None if one is kind else one for one in _mro_of(kind)),)
    if pickler.by_value:
        named = values.class_id(kind)
        return (
            values.tracked_class,
            (named, arguments),
            (variables, registered, order),
            None,
            None,
            values.fill_tracked,
        )
    return rebuild.make_class, arguments, (variables, registered, order), None, None, rebuild.fill_class


def owner_of(mapping: Any) -> Optional[type]:
    """The class of the program that has `mapping`, a dict, as that of its variables; None if it is no such dict."""
    if type(mapping) is dict and "__module__" in mapping and "__doc__" in mapping:
        for owner in gc.get_referrers(mapping):
            if issubclass(type(owner), type) and rebuild.dict_of_class(owner) is mapping:
                return owner  # type: ignore[no-any-return]
    return None


def travels(pickler: Pickler, kind: type) -> bool:
    """Whether a class is made over there, and is not one that is there."""
    return not (is_importable(pickler, kind, kind.__module__, kind.__qualname__) or instances.is_of_c(kind))


def _by_other_name(pickler: Pickler, kind: type) -> Any:
    """A class that its module, or that module's part in C, has under another name: `_thread.lock` is `_thread.LockType`."""
    for home in (kind.__module__, "_" + kind.__module__):
        name = modules.name_of(kind, sys.modules.get(home))
        if name is not None:
            pickler.refer(home)
            return objects.constant, (home, name)
    if kind.__module__ == "builtins":
        # Up to 3.11 `ContextVar` and others say so that are not.
        for home, one in list(sys.modules.items()):
            if modules.is_module(one) and one.__dict__.get(kind.__name__) is kind:
                if pickler.refer(home) == modules.IMPORTED:
                    return objects.constant, (home, kind.__name__)
    if type(getattr(sys.modules.get(kind.__module__), kind.__name__, kind)) is kind:
        from ..arrival import hidden

        pickler.refer(kind.__module__)
        return hidden.type_of, (kind.__module__, kind.__name__)
    for module in gc.get_referents(kind):
        if modules.is_module(module) and not modules.is_loaded(module):
            name = modules.name_of(kind, module)
            if name is not None:
                return getattr, (module, name)
    return None


def _is_made_anew(kind: type, name: str, value: Any) -> bool:
    """Whether this is a descriptor that every class is given for its slots. One of that name may be the program's own."""
    if not issubclass(type(value), (GetSetDescriptorType, MemberDescriptorType)):
        return False
    # 3.15: those of these names are one for all classes and say they are `object`'s.
    return value.__objclass__ is kind or name in ("__dict__", "__weakref__") and value.__objclass__ is object


def _registered(implementation: object, kind: type) -> Optional[List[type]]:
    """The classes registered with an abstract class; None if it is none."""
    if implementation is None:
        return None
    from _abc import _get_dump  # type: ignore[import-not-found]

    found = [reference() for reference in _get_dump(kind)[0]]
    return [subclass for subclass in found if subclass is not None]


def _is_plain_metaclass(metaclass: type) -> bool:
    """Whether classes of this metaclass hold all their state in their dict: no C code but `type`'s is involved."""
    return all(base.__flags__ & _HEAP for base in metaclass.__mro__[:-2]) and metaclass.__basicsize__ >= 0


def _by_cloudpickle(pickler: Pickler, kind: type) -> Any:
    from cloudpickle import CloudPickler  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return CloudPickler.reducer_override(pickler, kind)


def _of_ctypes(pickler: Any, kind: Any) -> Any:
    """Structures, unions and arrays: made again of what the program wrote, from which their fields follow."""
    from . import foreign

    return foreign.reduce_class(pickler, kind)


def hidden_of_ctypes(kind: Any) -> Any:
    from . import foreign

    return foreign.reduce_metaclass(kind)


_hidden_names: Dict[type, str] = {}


def _hidden(kind: type) -> Any:
    """Types of the interpreter without a public name, such as those of iterators: known by what has them."""
    from ..arrival import hidden

    if not _hidden_names:
        _hidden_names.update({found: name for name, found in hidden.types().items()})
    name = _hidden_names.get(kind)
    if name is not None:
        return hidden.named, (name,)
    if (kind.__module__, kind.__name__) in hidden.GIVEN:
        return hidden.type_given, (kind.__module__, kind.__name__)
    return hidden_of_ctypes(kind) if kind.__module__ == "_ctypes" else NotImplemented


def _whole_number(member: Any) -> Optional[int]:
    """The value of a combination of flags, which has no name to be found by."""
    value = member.__dict__.get("_value_")
    return value if type(value) is int else None


def _of_base(member: Any) -> Tuple[Any, ...]:
    """What a member holds as an instance of its C base: arguments for that one's `__new__`. Enumerations have words of their own."""
    base = rebuild.static_base(type(member))
    if base is object:
        return ()
    arguments = getattr(base, "__getnewargs__", None)
    if arguments is not None:
        return tuple(arguments(member))
    reduce = base.__dict__.get("__reduce_ex__")
    return tuple((base.__reduce__(member) if reduce is None else reduce(member, 4))[1])


@register_named("enum:Enum")
def _reduce_member(pickler: Pickler, member: Any) -> Any:
    kind = type(member)
    if is_importable(pickler, kind, kind.__module__, kind.__qualname__):
        return NotImplemented
    return (
        rebuild.enum_member,
        (kind, _of_base(member), member.__dict__.get("_name_"), _whole_number(member)),
        dict(member.__dict__),
        None,
        None,
        rebuild.set_descriptor,
    )


@register_named(
    "typing:TypeVar", "typing:ParamSpec", "typing:TypeVarTuple", "typing:NewType", "typing:TypeAliasType"
)
def _reduce_type_variable(pickler: Pickler, variable: Any) -> Any:
    if is_importable(pickler, variable, variable.__module__, variable.__name__):
        return NotImplemented
    from ..arrival import hidden

    name = type(variable).__name__
    if instances.is_of_c(type(variable)):
        options = {option: True for option in _VARIANCES if getattr(variable, "__%s__" % option, False)}
        arguments = (name, variable.__name__, variable.__module__, options)
        make: Any = hidden.lazy_variable
        filling: Tuple[Any, ...] = (_fields_of(variable), None, None, hidden.set_fields)
    else:
        parts = {part: getattr(variable, part) for part in _PARTS if hasattr(variable, part)}
        arguments = (name, variable.__name__, variable.__module__, parts)
        make, filling = hidden.type_variable, ()
    if pickler.by_value and type(variable).__weakrefoffset__:  # an alias can't be referred to weakly
        return (values.tracked_variable, (values.class_id(variable), make, arguments), *filling)
    return (make, arguments, *filling)


_VARIANCES = ("covariant", "contravariant", "infer_variance")
_PARTS = ("__bound__", "__constraints__", "__covariant__", "__contravariant__", "__supertype__")


def _fields_of(variable: Any) -> List[Tuple[Any, ...]]:
    """What a type variable or alias of C (3.12+) holds behind its name, each as a tuple that is empty for NULL: bound, constraints and default,
    or the value, with the functions that compute them. To ask for these would run the program's code (Objects/typevarobject.c)."""
    words = (type(variable).__basicsize__ - object.__basicsize__) // calcsize("P")
    has_flags = hasattr(variable, "__covariant__")  # in the last word
    held = fields(variable, "P" + "O" * (words - 1 - has_flags))[1:]
    return [() if one is MISSING else (one,) for one in held]
