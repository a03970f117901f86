"""Knows how to find everything in an object that can't be pickled: it pickles once more, and goes on past each.

Must not know what the user is told (`explain`). Must not run unless pickling has failed.
"""

from __future__ import annotations

import copyreg
import sys
from types import FunctionType

from .pickler import Pickler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Tuple


class Findings:
    """The objects that can't be pickled, each with why; and all that were met, in order."""

    def __init__(self) -> None:
        self.offenders: List[Tuple[object, BaseException]] = []
        self.met: List[object] = []
        #: What stopped even this, when something did.
        self.stopped: List[BaseException] = []


def find(pickler: Pickler, write: Callable[[Pickler], Any], through: Tuple[Any, ...]) -> Findings:
    """Let `write` pickle with `pickler`, for what is wrong. Errors of the types `through` mean something else, and leave."""
    findings = Findings()
    known, reduce = getattr(pickler, "persistent_id", None), pickler.reducer_override
    seen: Dict[int, bool] = {}

    def meeting(thing: object) -> Any:
        findings.met.append(thing)
        return known(thing) if known is not None else None

    def reducing(thing: object) -> Any:
        try:
            reduced = reduce(thing)
            return _by_pickle(thing) if reduced is NotImplemented else reduced
        except (RecursionError, *through):
            raise
        except Exception as error:
            if id(thing) not in seen:
                seen[id(thing)] = True
                findings.offenders.append((thing, _alone(error)))
            return str, ()

    pickler.persistent_id = meeting  # type: ignore[method-assign]
    pickler.reducer_override = reducing  # type: ignore[method-assign,assignment]
    try:
        write(pickler)
    except through:
        raise
    except Exception as error:
        findings.stopped.append(_alone(error))
    return findings


def _alone(error: BaseException) -> BaseException:
    """The error without the frames that it came through: they hold what holds it, and all that is pickled. The same for those that led to
    it here, but not for an exception that the program itself handles."""
    found: Any = error
    while found is not None and _was_caught_here(found):
        found.__traceback__ = None
        found = found.__cause__ or found.__context__
    return error


def _was_caught_here(error: BaseException) -> bool:
    """Whether this was raised while we looked, be it in a module that we have called."""
    trace = error.__traceback__
    frame = None if trace is None else trace.tb_frame
    while frame is not None:
        if str(frame.f_globals.get("__name__")).startswith(_HERE):
            return True
        frame = frame.f_back
    return False


_HERE = (__package__ or "") + "."


def _by_pickle(thing: Any) -> Any:
    """What pickle itself would do with an object; raises what it would raise."""
    kind = type(thing)
    if issubclass(type(thing), (type, FunctionType)):
        return _global(thing, thing.__qualname__)
    reduce = copyreg.dispatch_table.get(kind)
    reduced = reduce(thing) if reduce is not None else thing.__reduce_ex__(5)
    return _global(thing, reduced) if isinstance(reduced, str) else reduced


def _global(thing: Any, name: str) -> Any:
    from pickle import PicklingError, whichmodule  # type: ignore[attr-defined]

    home = whichmodule(thing, name)
    found: Any = sys.modules.get(home)
    for part in name.split("."):
        found = getattr(found, part, None)
    if found is not thing:
        raise PicklingError("%s.%s is not this object, so it can't be found there by its name" % (home, name))
    return NotImplemented
