"""Knows operators, comparisons, truth, subscripts and conversions: which method comes first, and which when it declines.

What is said of the order is in `Objects/typeobject.c` (SLOT1BINFULL) and `Objects/object.c` (do_richcompare).
Must not know calls or attributes.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from functools import partial
from types import FunctionType

from ..arrival.completions import Applied, StandIn, imitation
from ..arrival.completions.calls import Initialized
from ..arrival.completions.operators import Filled, Operation, Truth
from . import classes, iteration
from .facts import COMPARISON_SHIFT, DEFAULTS_ARE_SET_DIRECTLY
from .site import (
    MISSING,
    Site,
    class_name,
    completed,
    lookup,
    method_runs,
    mro_of,
    refuse_instruction,
    refuse_native,
    result,
    runs,
    special,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, NoReturn, Tuple

    from .site import Answer

#: Names of the special methods without underscores, in the order of `BINARY_OP`'s argument (`NB_*` in opcode.h).
SYMBOLS = (
    "add and floordiv lshift matmul mul mod or pow rshift sub truediv xor"
    " iadd iand ifloordiv ilshift imatmul imul imod ior ipow irshift isub itruediv ixor"
).split()
#: `BINARY_OP`'s argument for a subscript (3.14+).
_SUBSCRIPT = 26

_BY_WORD = {
    "ADD": "add", "AND": "and", "FLOOR_DIVIDE": "floordiv", "LSHIFT": "lshift", "MATRIX_MULTIPLY": "matmul",
    "MULTIPLY": "mul", "MODULO": "mod", "OR": "or", "POWER": "pow", "RSHIFT": "rshift", "SUBTRACT": "sub",
    "TRUE_DIVIDE": "truediv", "XOR": "xor",
}  # fmt: skip
#: Instructions of 3.8 to 3.10, with the names of their methods.
BINARY = {"BINARY_" + word: name for word, name in _BY_WORD.items()}
BINARY.update({"INPLACE_" + word: "i" + name for word, name in _BY_WORD.items()})

_UNARY = {"UNARY_POSITIVE": "__pos__", "UNARY_NEGATIVE": "__neg__", "UNARY_INVERT": "__invert__"}
_INTRINSIC_UNARY_POSITIVE = 5
_HEAP = 1 << 9


def unary(site: Site) -> Answer:
    if method_runs(type(site.operand(0)), _UNARY[site.mnemonic], site.inner):
        return result()
    refuse_instruction(site)


def intrinsic(site: Site) -> Answer:
    if site.argument == _INTRINSIC_UNARY_POSITIVE and method_runs(
        type(site.operand(0)), "__pos__", site.inner
    ):
        return result()
    refuse_instruction(site)


def binary(site: Site) -> Answer:
    if site.mnemonic == "BINARY_OP":
        if site.argument == _SUBSCRIPT:
            return subscript(site)
        name = SYMBOLS[site.argument]
    else:
        name = BINARY[site.mnemonic]
    left, right = site.values()
    return between(site, name, getattr(operator, "__%s__" % name), left, right)


def between(site: Site, name: str, function: Callable[..., Any], left: Any, right: Any) -> Answer:
    """An operator between two objects, where `function` is the C function that does the same."""
    stages: List[Tuple[Any, Any, str]] = []
    if name != "divmod" and name[0] == "i" and name[1:] in SYMBOLS:
        stages.append((left, right, "__%s__" % name))
        name = name[1:]
    forward, reflected = "__%s__" % name, "__r%s__" % name
    kind, other = type(left), type(right)
    comes_first = other is not kind and kind in mro_of(other) and _overrides(kind, other, reflected)
    if comes_first:
        stages.append((right, left, reflected))
    stages.append((left, right, forward))
    if other is not kind and not comes_first:
        stages.append((right, left, reflected))
    stages = [stage for stage in stages if lookup(type(stage[0]), stage[2]) is not MISSING]
    place = _stage(site, stages)
    rest = [_special(site, *stage) for stage in stages[place + 1 :]]
    for each in (kind, other) if name in ("add", "mul") else ():
        if _is_sequence_of_its_own(each) and type(lookup(each, forward)) is not FunctionType:
            _refuse(site, function)
    rest.append(partial(function, _bare(left), _bare(right)))
    return completed(Operation(rest))


def _stage(site: Site, stages: List[Tuple[Any, Any, str]]) -> int:
    """Which of the methods, in the order in which they are asked, is the inner frame; those before have declined."""
    for place, (owner, other, name) in enumerate(stages):
        if not method_runs(type(owner), name, site.inner):
            continue
        later = [one for one in stages[place + 1 :] if method_runs(type(one[0]), one[2], site.inner)]
        if later:
            # One function under two names: its arguments tell, if it has not changed them.
            mine = site.argument_is(0, owner)
            if mine is None or owner is later[0][0]:
                break
            if not mine:
                continue
        before = stages[:place]
        if all(_declines_visibly(one[0], one[2]) for one in before):
            return place
        if site.argument_is(0, owner) and site.argument_is(1, other):
            return place
        break
    refuse_instruction(site)


def _declines_visibly(owner: Any, name: str) -> bool:
    """Whether the method can only have returned NotImplemented when the next one is called: it is Python's, or of a type of the
    interpreter."""
    return type(lookup(type(owner), name)) is FunctionType or not type(owner).__flags__ & _HEAP


def _overrides(kind: type, other: type, name: str) -> bool:
    theirs = lookup(other, name)
    return theirs is not MISSING and theirs is not lookup(kind, name)


def _is_sequence_of_its_own(kind: type) -> bool:
    """A class of the program that extends a sequence: what `+` and `*` do when its methods decline can't be told from outside."""
    return bool(kind.__flags__ & _HEAP) and any(
        base in (list, tuple, str, bytes, bytearray) for base in mro_of(kind)
    )


def _special(site: Site, owner: Any, other: Any, name: str) -> Callable[[], Any]:
    return partial(special(site, owner, name), other)


def _bare(thing: Any) -> Any:
    """What the interpreter's error would say the same of, but without the program's methods."""
    if not type(thing).__flags__ & _HEAP:
        return thing
    return imitation(class_name(thing), {"__slots__": ()})()


def _refuse(site: Site, function: Callable[..., Any]) -> NoReturn:
    if site.mnemonic.startswith("CALL"):
        refuse_native(function.__name__)
    refuse_instruction(site)


_COMPARISONS = ("lt", "le", "eq", "ne", "gt", "ge")
_SWAPPED = {"lt": "gt", "le": "ge", "eq": "eq", "ne": "ne", "gt": "lt", "ge": "le"}
_IN, _NOT_IN = 6, 7


def compare(site: Site) -> Answer:
    number = site.argument >> COMPARISON_SHIFT
    if number in (_IN, _NOT_IN):
        return contains(site)
    if number >= len(_COMPARISONS):
        refuse_instruction(site)
    left, right = site.values()
    return compared(site, _COMPARISONS[number], left, right)


def compared(site: Site, name: str, left: Any, right: Any) -> Answer:
    kind, other = type(left), type(right)
    forward, reflected = (left, right, "__%s__" % name), (right, left, "__%s__" % _SWAPPED[name])
    stages = [forward, reflected]
    if other is not kind and kind in mro_of(other):
        stages = [reflected, forward]
    negated = False
    if name == "ne":
        # `object.__ne__` asks `__eq__` and turns that around.
        for place, (owner, against, _) in enumerate(stages):
            if lookup(type(owner), "__ne__") is object.__ne__ and method_runs(
                type(owner), "__eq__", site.inner
            ):
                stages[place] = (owner, against, "__eq__")
    place = _stage(site, stages)
    negated = name == "ne" and stages[place][2] == "__eq__"
    rest = [_special(site, *stage) for stage in stages[place + 1 :]]
    if name == "eq":
        rest.append(partial(bool, left is right))
    elif name == "ne":
        rest.append(partial(bool, left is not right))
    else:
        rest.append(partial(getattr(operator, name), _bare(left), _bare(right)))
    return completed(Operation(rest, negated))


def contains(site: Site) -> Answer:
    item, container = site.values()
    for method in ("__contains__", "__iter__"):
        if method_runs(type(container), method, site.inner):
            return completed(StandIn([item, container], 1, method, class_name(container)))
        if lookup(type(container), method) is not MISSING:
            break
    if iteration.drives(site, container):
        return iteration.again_with_generator(site)
    refuse_instruction(site)


def subscript(site: Site) -> Answer:
    if site.is_direct:
        return result()
    owner = site.operand(0)
    kind = type(owner)
    if method_runs(kind, "__getitem__", site.inner):
        return result()
    if lookup(kind, "__getitem__") is dict.__getitem__ and method_runs(kind, "__missing__", site.inner):
        return result()
    if lookup(kind, "__missing__") is _MISSING_IN_DEFAULTDICT and len(site.operands or ()) == 2:
        return _by_factory(site, owner, site.operand(1))
    if issubclass(kind, type) and lookup(kind, "__getitem__") is MISSING:
        if method_runs(owner, "__class_getitem__", site.inner):
            return result()
    if kind in INDEXED and len(site.operands or ()) == 2:
        index = site.operand(1)
        if method_runs(type(index), "__index__", site.inner):
            return completed(StandIn([owner, index], 1, "__index__", class_name(index)))
    refuse_instruction(site)


_MISSING_IN_DEFAULTDICT = vars(defaultdict)["__missing__"]


def _by_factory(site: Site, owner: Any, key: object) -> Answer:
    """An item that a `defaultdict` makes (Modules/_collectionsmodule.c, defdict_missing)."""
    factory = vars(defaultdict)["default_factory"].__get__(owner)
    if site.generator is None and runs(factory, site.inner):
        return completed(Filled(owner, key, None, DEFAULTS_ARE_SET_DIRECTLY))
    while type(factory) is partial:
        factory = factory.func
    if issubclass(type(factory), type) and lookup(type(factory), "__call__") is type.__call__:
        made = classes.initialized(site, factory)
        if made is not MISSING:
            return completed(Filled(owner, key, Initialized(made), DEFAULTS_ARE_SET_DIRECTLY))
    refuse_instruction(site)


#: Sequences that turn what subscripts them into a number before they do anything else.
INDEXED = (list, tuple, str, bytes, bytearray, range)


def length(site: Site) -> Answer:
    """`len` of what a sequence pattern is matched with, which stays where it is."""
    owner = site.operand(0)
    if method_runs(type(owner), "__len__", site.inner):
        return completed(Applied(len, [owner], {}, 0, "__len__", class_name(owner)))
    refuse_instruction(site)


def _truth_method(site: Site, operand: Any) -> str:
    for method in ("__bool__", "__len__"):
        if method_runs(type(operand), method, site.inner):
            return method
        if lookup(type(operand), method) is not MISSING:
            break
    refuse_instruction(site)


def truth(site: Site) -> Answer:
    operand = site.operand(0)
    return completed(StandIn([operand], 0, _truth_method(site, operand), class_name(operand)))


def truth_or_pop(site: Site) -> Answer:
    operand = site.operand(0)
    return completed(Truth(operand, _truth_method(site, operand), class_name(operand)))


def conversion(site: Site) -> Answer:
    values = site.values()
    for method in ("__format__", "__str__", "__repr__"):
        if method_runs(type(values[0]), method, site.inner):
            return completed(StandIn(values, 0, method, class_name(values[0])))
    refuse_instruction(site)


def getter(site: Site, callable: Any, arguments: List[Any]) -> Answer:
    """`operator.itemgetter` and the like, of one item."""
    kind, (_, given) = type(callable).__name__, callable.__reduce__()[:2]
    if (
        kind == "itemgetter"
        and len(given) == 1
        and method_runs(type(arguments[0]), "__getitem__", site.inner)
    ):
        return result()
    if kind == "methodcaller" and runs(lookup(type(arguments[0]), given[0]), site.inner):
        return result()
    refuse_native("operator." + kind)
