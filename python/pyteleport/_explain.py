"""Knows how to say what of an object would travel, and how: by reference, by value, by a reducer of its own, or not at all.

Must not decide that: it asks the pickler that `dumps` uses, and listens.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, TextIO, Tuple

__all__ = ["explain"]

_SHOWN = 40


def explain(obj: Any, file: Optional[TextIO] = None) -> None:
    """Print what would travel if `obj` did, by type: how many objects, their size and how; and what can't travel, with the way to it.

    Args:
        obj: any object.
        file: where to print; `sys.stdout` if not given.
    """
    out = sys.stdout if file is None else file
    from .reducers import deep, explain, offenders

    pickler = deep.DeepValuePickler(5)
    found = offenders.find(pickler, lambda pickler: pickler.dump(pickler.parts(obj)), ())  # type: ignore[attr-defined]
    size = sum(map(len, pickler.output.all()))
    rows: Dict[Tuple[str, str], List[int]] = {}
    seen = {}
    bad = {id(thing) for thing, _ in found.offenders}
    for thing in found.met:
        if id(thing) in seen or type(thing).__module__.startswith("pyteleport.reducers"):
            continue
        seen[id(thing)] = thing
        row = rows.setdefault((_name(type(thing)), "not at all" if id(thing) in bad else _how(thing)), [0, 0])
        row[0] += 1
        row[1] += _size(thing)
    print("%d objects, a pickle of %d bytes" % (len(seen), size), file=out)
    for (name, how), (count, size) in sorted(rows.items(), key=lambda item: -item[1][1])[:_SHOWN]:
        print("%9d  %12d bytes  %-40s %s" % (count, size, name, how), file=out)
    if len(rows) > _SHOWN:
        print("and %d more types" % (len(rows) - _SHOWN), file=out)
    if found.offenders or found.stopped:
        message, hint = explain.explain(found, TypeError("it can't be pickled"), [(_label(obj), obj)])
        print(message, file=out)
        if hint:
            print("  hint: " + hint, file=out)


def _label(obj: Any) -> str:
    return "a %s" % type(obj).__name__


def _name(kind: type) -> str:
    return (
        kind.__qualname__ if kind.__module__ == "builtins" else "%s.%s" % (kind.__module__, kind.__qualname__)
    )


def _how(thing: Any) -> str:
    from types import FunctionType

    from .reducers import modules, values

    kind = type(thing)
    if kind.__module__ == "builtins" and kind.__flags__ & _BUILTIN_KINDS and kind is not type:
        return "by pickle"
    pickler = values.ValuePickler()
    try:
        if modules.is_module(thing):
            known = sys.modules.get(thing.__name__) is thing and not modules.is_by_value(thing.__name__)
            return "by reference" if known else "by value"
        if issubclass(type(thing), (type, FunctionType)):
            from .reducers.functions import is_importable

            home = thing.__module__
            return "by reference" if is_importable(pickler, thing, home, thing.__qualname__) else "by value"
        return "by its state" if pickler._by_type[kind] is not None else "by pickle"
    finally:
        pickler.forget()


#: `Py_TPFLAGS_LONG_SUBCLASS` to `Py_TPFLAGS_DICT_SUBCLASS` (Include/object.h): whole numbers, lists, tuples, bytes, texts, dicts.
_BUILTIN_KINDS = 0x3F << 24


def _size(thing: Any) -> int:
    try:
        return sys.getsizeof(thing)
    except TypeError:
        return 0
