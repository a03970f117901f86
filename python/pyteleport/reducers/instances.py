"""Knows instances of classes whose own methods would run if pickle took them apart or made them again.

`__new__` without arguments, `__getattribute__` while looking for `__reduce_ex__`, `__getattr__` for `__setstate__`, `__setitem__` of
a dict's items: pickle calls all of these, and a program that only moves must not notice. Their state is read and written as C does.
Must not know classes that say themselves how they are pickled.
"""

from __future__ import annotations

import copyreg
import sys
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    FunctionType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodDescriptorType,
    WrapperDescriptorType,
)

from ..arrival import rebuild
from . import modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

    from .pickler import Pickler

_HEAP = 1 << 9
_mro_of = type.__dict__["__mro__"].__get__
_dict_of = type.__dict__["__dict__"].__get__

#: Methods that say how a class is pickled.
_OWN_WAYS = (
    "__reduce__",
    "__reduce_ex__",
    "__getstate__",
    "__setstate__",
    "__getnewargs__",
    "__getnewargs_ex__",
)
#: Those of them that say how an instance is made again.
_WAYS_TO_MAKE = ("__reduce__", "__reduce_ex__", "__getnewargs__", "__getnewargs_ex__")
#: Methods that pickle would run.
_MET = ("__new__", "__getattribute__", "__getattr__", "__setattr__")
_MET_IN: Dict[type, Tuple[str, ...]] = {
    dict: ("__setitem__", "items", "__iter__"),
    list: ("append", "extend", "__iter__"),
    set: ("__iter__", "add"),
    frozenset: ("__iter__",),
    tuple: ("__iter__",),
    int: ("__int__", "__index__"),
    float: ("__float__",),
    complex: ("__complex__",),
    str: ("__str__",),
    bytes: ("__bytes__",),
}
_MET_IN.update({base: ("__iter__", "keys", "__getitem__") for base in rebuild.MAPPINGS[1:]})
#: What pickle would make again by calling the class, and fill by its methods: bases of C by module and name, with these methods.
_CALLED: Dict[Tuple[str, str], Tuple[str, ...]] = {
    ("collections", "defaultdict"): ("__init__", "__setitem__", "items", "__iter__"),
    ("collections", "OrderedDict"): ("__init__", "__setitem__", "items", "__iter__"),
    ("collections", "deque"): ("__init__", "append", "extend", "__iter__"),
    ("builtins", "bytearray"): ("__init__",),
    ("types", "SimpleNamespace"): ("__init__",),
}


def is_unmarked(kind: type) -> bool:
    """Whether a class is one that pickle may write into, and has not: with the first instance that it takes apart it enters
    `__slotnames__` (`copyreg._slotnames`)."""
    return bool(kind.__flags__ & _HEAP) and "__slotnames__" not in _dict_of(kind)


def unmark(kind: type) -> None:
    """Take that off again: the program must not see it."""
    if "__slotnames__" in _dict_of(kind):
        type.__delattr__(kind, "__slotnames__")


def variables_of(thing: Any) -> Any:
    """The dict of an instance of a class of the program, None where it has none."""
    for base in _mro_of(type(thing)):
        found = _dict_of(base).get("__dict__")
        if type(found) is GetSetDescriptorType and base.__flags__ & _HEAP:
            return found.__get__(thing)
    return None


def reducer_for(kind: type, always: bool = False) -> Optional[Callable[[Pickler, Any], Any]]:
    """The reducer for instances of `kind`, or None where pickle's own way runs nothing of the program (unless `always`) or is
    what the class says."""
    order = _mro_of(kind)
    called: Any = next((one for one in order[1:] if (one.__module__, one.__name__) in _CALLED), None)
    if called is not None and (is_of_c(called) or not called.__flags__ & _HEAP):
        return _instead_of_call(kind, order, called)
    base = next(one for one in order if not one.__flags__ & _HEAP)
    if base is not object and base not in _MET_IN or not kind.__flags__ & _HEAP:
        return None
    if kind in copyreg.dispatch_table or any(map(is_of_c, order[: order.index(base)])):
        return None
    if any(_is_python(order, name) for name in _OWN_WAYS):
        if _is_python(order, "__new__") and not any(_is_python(order, name) for name in _WAYS_TO_MAKE):
            return _by_own_state(_by_state(kind, order, base), kind, base)
        return _as_class_says(_by_state(kind, order, base), _is_called_unawares(order))
    runs = any(_is_python(order, name) for name in _MET + _MET_IN.get(base, ()))
    if not always and not runs and not _says_otherwise(order, base):
        return None
    return _by_state(kind, order, base)


def _instead_of_call(
    kind: type, order: Tuple[type, ...], base: Any
) -> Optional[Callable[[Pickler, Any], Any]]:
    """The reducer for a class on one of `_CALLED`; None where pickle's own way runs nothing of the program, or is what the class says."""
    own = order[: order.index(base)]
    if (
        kind in copyreg.dispatch_table
        or any(map(is_of_c, own))
        or any(_is_python(own, name) for name in _OWN_WAYS)
    ):
        return None
    if not any(_is_python(own, name) for name in _MET + _CALLED[base.__module__, base.__name__]):
        return None
    by_state = _by_state(kind, order, base)

    def reduce(pickler: Pickler, instance: Any) -> Any:
        make, arguments, state, *_ = by_state(pickler, instance)
        return (
            make,
            arguments[:2],
            (base, _contents(base, instance), *state[1:]),
            None,
            None,
            rebuild.fill_collection,
        )

    return reduce


def _contents(base: Any, instance: Any) -> Any:
    """What `rebuild.fill_collection` takes."""
    name = base.__name__
    if name == "defaultdict":
        return _dict_of(base)["default_factory"].__get__(instance), list(dict.items(instance))
    if name == "OrderedDict":
        return list(base.items(instance))
    if name == "deque":
        return _dict_of(base)["maxlen"].__get__(instance), list(base.__iter__(instance))
    return bytes(base.__getitem__(instance, slice(None))) if base is bytearray else None


def _by_own_state(
    by_state: Callable[[Pickler, Any], Any], kind: type, base: Any
) -> Callable[[Pickler, Any], Any]:
    """The state that the class gives and takes, for an instance that is made without its `__new__`: that ran when it was first made."""

    def reduce(pickler: Pickler, instance: Any) -> Any:
        try:
            state: Any = object.__reduce_ex__(instance, 4)[2:]
        except AttributeError:
            return by_state(pickler, instance)  # its `__init__` runs, and has not set yet what this looks at
        value = (base(_plain(base, instance)),) if base in _MADE_OF_VALUE else ()
        return (rebuild.bare_of, (kind, base, *value), *state)

    return reduce


def _as_class_says(
    by_state: Callable[[Pickler, Any], Any], is_called_unawares: bool
) -> Callable[[Pickler, Any], Any]:
    """What the class says, but for an object that would be made again from its contents while a method of it runs: that has parts of it
    in its variables, and leaves it half changed. And but for one that would be made by methods that do not know of this."""

    def reduce(pickler: Pickler, instance: Any) -> Any:
        if not is_called_unawares and id(instance) not in pickler.live.receivers:
            return NotImplemented
        try:
            reduced = instance.__reduce_ex__(5)
        except AttributeError:
            return by_state(pickler, instance)  # its `__init__` runs, and has not set yet what this looks at
        is_made_again = type(reduced) is tuple and reduced[0] is type(instance)
        return by_state(pickler, instance) if is_made_again else reduced

    return reduce


def _is_called_unawares(order: Tuple[type, ...]) -> bool:
    """Whether a base that is imported says that the class is to be called, as `Counter` does, and a class below it has its own `__init__` or
    `__new__`."""
    says = next((one for one in order if any(_is_python((one,), name) for name in _OWN_WAYS)), None)
    if says is None or not any(
        _is_python((one,), name) for one in order[: order.index(says)] for name in ("__init__", "__new__")
    ):
        return False
    home = sys.modules.get(says.__module__)
    return modules.is_module(home) and modules.fate(home, says.__module__) != modules.CARRIED


def _by_state(kind: type, order: Tuple[type, ...], base: Any) -> Callable[[Pickler, Any], Any]:
    """The reducer that takes an instance as C has it: its contents, its dict and its slots."""
    slots = _slots(order)
    kept = (_dict_of(one).get("__dict__") for one in order)
    get_variables: Any = next((one.__get__ for one in kept if type(one) is GetSetDescriptorType), None)
    if get_variables is None and kind.__dictoffset__:
        get_variables = rebuild.hidden_variables

    def reduce(pickler: Pickler, instance: Any) -> Any:
        held = _held(instance, slots)
        variables = None if get_variables is None else dict(get_variables(instance))
        arguments = (kind, base, base(_plain(base, instance))) if base in _MADE_OF_VALUE else (kind, base)
        contents = _plain(base, instance) if base in (dict, list, set) else None
        return rebuild.bare_of, arguments, (contents, variables, held), None, None, rebuild.fill_bare

    return reduce


_MADE_OF_VALUE = frozenset(_MET_IN).difference((dict, list, set))


def held_in_slots(instance: Any) -> List[Tuple[type, str, Any]]:
    """What an instance has in the slots of its classes: for each the class, the name and the value."""
    return _held(instance, _slots(_mro_of(type(instance))))


def _slots(order: Tuple[type, ...]) -> List[MemberDescriptorType]:
    return [
        member
        for one in order
        if one.__flags__ & _HEAP
        for member in _dict_of(one).values()
        if issubclass(type(member), MemberDescriptorType)
    ]


def _held(instance: Any, slots: List[MemberDescriptorType]) -> List[Tuple[type, str, Any]]:
    held = []
    for member in slots:
        try:
            held.append((member.__objclass__, member.__name__, member.__get__(instance)))
        except AttributeError:
            continue
    return held


def is_of_c(kind: type) -> bool:
    """Whether a class was made by C code, though it is not static: its instances hold what only that code knows.

    Cython's have functions of a type of their own, and a `__new__` that is the class's in C.
    """
    own = _dict_of(kind)
    new = own.get("__new__")
    return (
        type(new) is BuiltinFunctionType
        and new.__self__ is kind
        or any(
            type(value) in (WrapperDescriptorType, MethodDescriptorType) and value.__objclass__ is kind
            for value in own.values()
        )
    )


def _says_otherwise(order: Tuple[type, ...], base: type) -> bool:
    """Whether `__class__` or `__dict__` is an attribute of the program's own, as proxies have it: pickle takes an instance's word for
    these."""
    own = list(map(_dict_of, order[: order.index(base)]))
    return any(
        "__class__" in one or "__dict__" in one and type(one["__dict__"]) is not GetSetDescriptorType
        for one in own
    )


def _is_python(order: Tuple[type, ...], name: str) -> bool:
    for one in order:
        found = _dict_of(one).get(name)
        if found is not None:
            function = found.__func__ if type(found) in (staticmethod, classmethod) else found
            if type(function) is FunctionType:
                # What `namedtuple` has made says nothing of the program's.
                return name != "__getnewargs__" or function.__globals__.get("__name__") != "collections"
            return type(function) not in _OF_C
    return False


_OF_C = (
    type(None),
    BuiltinFunctionType,
    WrapperDescriptorType,
    MethodDescriptorType,
    ClassMethodDescriptorType,
)


def _plain(base: Any, instance: Any) -> Any:
    """The contents as the C type has them."""
    if base is dict:
        return list(dict.items(instance))
    if base in (list, set):
        return list(base.__iter__(instance))
    if base is frozenset:
        return frozenset(list(frozenset.__iter__(instance)))
    return base.__getnewargs__(instance)[0]
