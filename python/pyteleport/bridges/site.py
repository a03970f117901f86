"""Knows one place where a frame waits: what the engine has found there, and how to look without running the program's code.

Must not know any bridge.
"""

from __future__ import annotations

import sys
from functools import partial
from types import FunctionType, MethodType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, NoReturn, Optional, Tuple

    Answer = Tuple[int, int, Optional[Tuple[Tuple[Any, ...], ...]], Any]

#: `Suspension` in Sources/Morph/FrameShape.swift.
_RESULT, AGAIN, _INTERRUPTED, _COMPLETED, _CATCHING = 0, 2, 3, 4, 5

#: `Answer.Place` in Sources/Engine/Site.swift.
AT, BEHIND, TARGET = 0, 1, 2

mro_of = type.__dict__["__mro__"].__get__
dict_of = type.__dict__["__dict__"].__get__
MISSING = object()


_OF_C = (type(object.__init__), type(str.join), type(len))
#: What is bound without any code of the program's.
_PLAIN = (FunctionType, staticmethod, *_OF_C)


class Refused(Exception):
    """This place is not known; `reason` and `detail` as the engine's `Refusal`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


class Site:
    """A frame that waits, see `Sources/Engine/Site.swift`. An operand is `(object,)`, or `()` for NULL and what is unknown."""

    __slots__ = (
        "mnemonic",
        "argument",
        "code",
        "frame",
        "namespace",
        "globals",
        "operands",
        "keyword_names",
        "is_direct",
        "comes_between",
        "made",
        "inner",
        "inner_globals",
        "inner_namespace",
        "generator",
        "arguments",
        "target",
    )

    def __init__(self, facts: Tuple[Any, ...]) -> None:
        (
            self.mnemonic,
            self.argument,
            self.code,
            self.frame,
            self.namespace,
            self.globals,
            self.operands,
            self.keyword_names,
            self.is_direct,
            self.comes_between,
            #: The object that is being initialised, where the loop itself has entered `__init__`.
            self.made,
            self.inner,
            self.inner_globals,
            self.inner_namespace,
            self.generator,
            self.arguments,
            #: The container that the instruction adds to.
            self.target,
        ) = facts

    @property
    def is_importing(self) -> bool:
        """Whether the inner frame is of the import machinery."""
        return self.inner_globals is vars(sys.modules["_frozen_importlib"])

    def operand(self, index: int) -> Any:
        """The operand at `index`; refuses where there is none."""
        if self.operands is None or not self.operands[index]:
            refuse_instruction(self)
        return self.operands[index][0]

    def values(self) -> List[Any]:
        """All operands; refuses where one is NULL or unknown."""
        return [self.operand(index) for index in range(len(self.operands or ()))]

    def argument_is(self, index: int, thing: object) -> Optional[bool]:
        """Whether the inner frame was given `thing` as its argument; None where its code may have changed that."""
        if index >= len(self.arguments) or not self.arguments[index]:
            return None
        return self.arguments[index][0] is thing

    def first_argument(self) -> Any:
        """What the inner frame was given first, `MISSING` where its code may have changed that."""
        return self.arguments[0][0] if self.arguments and self.arguments[0] else MISSING


def refuse_instruction(site: Site) -> NoReturn:
    raise Refused("instruction", site.mnemonic)


def refuse_native(name: str) -> NoReturn:
    raise Refused("native", name)


def result() -> Answer:
    """What the inner frame returns is what the instruction gives."""
    return _RESULT, AT, None, None


def again(operands: Optional[Tuple[Tuple[Any, ...], ...]] = None) -> Answer:
    """The instruction is executed again, and itself goes on with the inner frame, which is a generator's."""
    return AGAIN, AT, operands, None


def interrupted(place: int = AT, completion: Any = None) -> Answer:
    """What the inner frame returns is dropped; then the frame goes on at the instruction, behind it, or where it jumps to.

    A completion only says how the inner frame is called.
    """
    return _INTERRUPTED, place, None, completion


def completed(completion: Any) -> Answer:
    """The completion decides."""
    return _CATCHING if completion.catches else _COMPLETED, AT, None, completion


def lookup(kind: type, name: str) -> Any:
    """What a class and its bases have under a name, unbound; `MISSING` where there is nothing."""
    for base in mro_of(kind):
        found = dict_of(base).get(name, MISSING)
        if found is not MISSING:
            return found
    return MISSING


def is_a(thing: object, kind: type) -> bool:
    """`isinstance`, which does not ask `thing` for its `__class__`."""
    return issubclass(type(thing), kind)


def special(site: Site, thing: object, name: str) -> Any:
    """A special method, bound to `thing`; refuses where that would run code of the program's."""
    found = lookup(type(thing), name)
    bind = lookup(type(found), "__get__")
    if found is MISSING or bind is not MISSING and type(found) not in _PLAIN:
        refuse_instruction(site)
    return found if bind is MISSING else bind(found, thing, type(thing))


def method_runs(kind: type, name: str, code: Any) -> bool:
    """Whether the special method `name` of instances of `kind` is Python code that begins with `code`."""
    found = lookup(kind, name)
    return found is not MISSING and runs(found, code)


def runs(thing: Any, code: Any) -> bool:
    """Whether calling `thing` runs `code` at once and gives what that returns."""
    for _ in range(16):
        kind = type(thing)
        if kind is FunctionType:
            return thing.__code__ is code
        if kind is MethodType or kind is staticmethod or kind is classmethod:
            thing = thing.__func__
        elif kind is partial:
            thing = thing.func
        else:
            found = lookup(kind, "__call__")
            if found is MISSING or type(found) in _OF_C:
                return False
            if type(found) is FunctionType:
                return found.__code__ is code
            thing = found
    return False


def class_name(thing: object) -> str:
    """How messages call the class of `thing`: "module:qualified name"."""
    return "%s:%s" % (type(thing).__module__, type(thing).__qualname__)
