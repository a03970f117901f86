"""Knows how the program's own ways for its types take their place among the reducers.

Must not know the reducers themselves.
"""

from __future__ import annotations

import copyreg
import sys

from ..arrival import hooks, left
from .pickler import register
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional, Tuple

_USUAL = dict(copyreg.dispatch_table)


class Stayer:
    """Stands for an object that is left."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing


@register(Stayer)
def _reduce_stayer(pickler: Any, stayer: Stayer) -> Any:
    return left.LeftBehind, (describe(stayer.thing),)


def describe(thing: object) -> str:
    kind = type(thing)
    try:
        text = repr(thing)
    except Exception:
        text = "?"
    if len(text) > 120:
        text = text[:117] + "..."
    return "%s.%s %s" % (kind.__module__, kind.__qualname__, text)


def enter_left(table: Dict[int, object], keep: Any) -> None:
    """Let all that `leave` was told of be found by its identity."""
    for address, thing in hooks.left.items():
        stayer = Stayer(thing)
        keep.append(stayer)
        table[address] = stayer


def overrides() -> Dict[type, Any]:
    """Reducers by exact type that go before ours: those given to `register`, `copyreg` or `dill`."""
    found: Dict[type, Any] = {}
    if copyreg.dispatch_table != _USUAL:
        for kind, reduce in copyreg.dispatch_table.items():
            if _USUAL.get(kind) is not reduce:
                found[kind] = None  # pickle looks there itself
    dill = sys.modules.get("dill._dill")
    if dill is not None:
        found.update(_of_dill(dill))
    for kind, (depart, arrive) in hooks.registered.items():
        found[kind] = _departing(depart, arrive)
    return found


def _departing(depart: Callable[[Any], Any], arrive: Callable[[Any], Any]) -> Any:
    def reduce(pickler: Any, thing: Any) -> Any:
        return hooks.made, (arrive, depart(thing))

    return reduce


def by_methods(kind: type) -> Optional[Callable[[Any, Any], Any]]:
    """The reducer for a class that has `__depart__` and `__arrive__`."""
    if getattr(kind, "__depart__", None) is None or getattr(kind, "__arrive__", None) is None:
        return None

    def reduce(pickler: Any, thing: Any) -> Any:
        return hooks.empty, (kind,), thing.__depart__(), None, None, hooks.fill

    return reduce


def _of_dill(dill: Any) -> Dict[type, Any]:
    """What was given to `dill.register`: functions that write into a dill pickler, of which `save_reduce` is understood."""
    return {
        kind: _through(save)
        for kind, save in dill.Pickler.dispatch.items()
        if getattr(save, "__module__", None) not in ("dill._dill", "pickle", "dill._objects", None)
    }


class _Recorder:
    """What a function given to `dill.register` is called with."""

    def __init__(self) -> None:
        self.reduced: Optional[Tuple[Any, ...]] = None

    def save_reduce(
        self,
        func: Any,
        args: Any,
        state: Any = None,
        listitems: Any = None,
        dictitems: Any = None,
        state_setter: Any = None,
        obj: Any = None,
    ) -> None:
        self.reduced = (func, args, state, listitems, dictitems, state_setter)


def _through(save: Callable[[Any, Any], Any]) -> Any:
    def reduce(pickler: Any, thing: Any) -> Any:
        recorder = _Recorder()
        try:
            save(recorder, thing)
        except AttributeError as error:
            raise Refusal(
                "its function for dill does more than `save_reduce` (%s)" % error,
                "give the type to pyteleport.register",
            ) from None
        return recorder.reduced

    return reduce
