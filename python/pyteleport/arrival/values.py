"""Knows how what was pickled by value finds its place in a process that has modules and classes of its own.

Must not know how it was pickled; standard library only, every version.
"""

from __future__ import annotations

import sys
from types import ModuleType

from . import rebuild

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _weakref import ReferenceType
    from typing import Any, Dict, Optional, Tuple

#: Classes that were sent or received by value, by the name that they have been given for it.
_by_id: Dict[str, ReferenceType[Any]] = {}
_ids: Any = None
_arrived: Any = None


def new_globals(variables: Dict[str, Any]) -> Dict[str, Any]:
    variables["__builtins__"] = sys.modules["builtins"].__dict__
    return variables


def same(thing: Any) -> Any:
    return thing


def update(variables: Dict[str, Any], more: Dict[str, Any]) -> None:
    variables.update(more)


def set_with_globals(made: Any, state: Tuple[Any, ...]) -> None:
    """Give the globals of a function or generator what it uses, and then itself its own state."""
    variables, used, _, own, setter = state
    variables.update(used)
    if setter is not None:
        setter(made, own)


def new_module(name: str) -> ModuleType:
    made = ModuleType(name)
    made.__dict__["__builtins__"] = sys.modules["builtins"].__dict__
    return made


def fill_module(made: ModuleType, variables: Dict[str, Any]) -> None:
    made.__dict__.update(variables)


def _tables() -> None:
    global _ids, _arrived
    if _ids is None:
        from weakref import WeakKeyDictionary, WeakSet

        _ids, _arrived = WeakKeyDictionary(), WeakSet()


def class_id(kind: Any) -> str:
    """The name under which a class is sent: always the same, so that it stays one class wherever it comes to."""
    _tables()
    found: Optional[str] = _ids.get(kind)
    if found is None:
        from binascii import hexlify
        from os import urandom

        found = hexlify(urandom(16)).decode()
        _enter(found, kind)
    return found


def _enter(name: str, kind: Any) -> None:
    from _weakref import ref

    _ids[kind] = name
    _by_id[name] = ref(kind, lambda _: _by_id.pop(name, None))


def track(name: str, kind: Any) -> None:
    _tables()
    _enter(name, kind)


def known(name: str) -> Any:
    reference = _by_id.get(name)
    return None if reference is None else reference()


def tracked_class(name: str, arguments: Tuple[Any, ...]) -> Any:
    found = known(name)
    if found is None:
        _tables()
        found = rebuild.make_class(*arguments)
        _enter(name, found)
        _arrived.add(found)
    return found


def fill_tracked(made: type, state: Tuple[Any, ...]) -> None:
    """A class that was made here has all its attributes; one that came is brought up to date by each that comes."""
    _tables()
    if made in _arrived:
        rebuild.fill_class(made, state)


def tracked_variable(name: str, make: Any, arguments: Tuple[Any, ...]) -> Any:
    found = known(name)
    if found is None:
        _tables()
        found = make(*arguments)
        _enter(name, found)
    return found


def exact(data: Any) -> Any:
    """What an `exact` pickler wrote: it refers to the interpreter's own objects."""
    from io import BytesIO

    from .objects import Unpickler

    return Unpickler(BytesIO(data)).load()


def deep(data: Any) -> Any:
    """What a pickler wrote in pieces: the object in a tuple, contents, and the tuple again."""
    return exact(data)[-1][0]
