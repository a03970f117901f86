"""Knows how to say which object could not be pickled, how the program holds it, and what the user can do.

Must not run unless pickling has failed: `offenders` has found what, and this searches the objects for the way to it.
"""

from __future__ import annotations

import gc
from collections import deque
from functools import partial
from types import CellType, FrameType, FunctionType, MethodType, ModuleType
from typing import Any, Callable, Deque, Dict, Iterable, Iterator, List, Optional, Sequence, Set, Tuple

from ..errors import TeleportError
from .modules import is_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .offenders import Findings

Labelled = Sequence[Tuple[str, object]]

_HINTS = {
    "socket": "close the connection before the hop, and open it anew after it",
    "SSLSocket": "close the connection before the hop, and open it anew after it",
    "Thread": "let the other threads end (join them) before the hop",
    "_thread._ThreadHandle": "let the other threads end (join them) before the hop",
    "_ThreadHandle": "let the other threads end (join them) before the hop",
    "Popen": "wait for the subprocess before the hop",
    "generator": "a generator that is running or is held by C code can't travel",
    "Connection": "close the database connection before the hop, and open it anew after it",
    "frame": "don't keep frames in variables",
    "mmap": "close the memory map before the hop, and map the file anew after it",
    "HASH": "make digests after the hop, or keep the data instead",
    "Token": "reset the context variable before the hop",
}


def explain(found: Findings, error: BaseException, start: Labelled) -> Tuple[str, Optional[str]]:
    """A message that names each object that was found with the way to it, and a hint if one is right for all.

    `start` are the labelled first objects. `error` is what is said when nothing was found.
    """
    culprits = list(found.offenders)
    if not culprits:
        error = found.stopped[0] if found.stopped else error
        last = _last(found.met)
        if last is None or isinstance(error, RecursionError):
            return _reason(error), _hint(error, last)
        culprits = [(last, error)]
    ways = paths([thing for thing, _ in culprits], start, {id(thing) for thing in found.met})
    lines = [_line(ways.get(id(thing)), thing, why) for thing, why in culprits]
    hints = [_hint(why, thing) for thing, why in culprits]
    if len(lines) == 1:
        return lines[0], hints[0]
    told = ["%s%s" % (line, "\n    hint: " + hint if hint else "") for line, hint in zip(lines, hints)]
    return "%d objects can't travel:\n  %s" % (len(told), "\n  ".join(told)), _OR_LEAVE


_OR_LEAVE = 'unsupported="leave" lets them stay, and stand-ins travel'


def _line(way: Optional[str], thing: object, error: BaseException) -> str:
    kind = type(thing)
    named = (
        "%s.%s" % (kind.__module__, kind.__qualname__) if kind.__module__ != "builtins" else kind.__qualname__
    )
    return "%s can't travel: %s (%s)" % (way or "an object", named, _reason(error))


def _reason(error: BaseException) -> str:
    if isinstance(error, TeleportError):
        return error.message.rstrip(".")
    reason = str(error) or type(error).__name__
    if type(error).__name__ not in ("TypeError", "Refusal"):
        reason = "%s: %s" % (type(error).__name__, reason)
    return reason


def _last(met: List[object]) -> Optional[object]:
    """What was being pickled when even the search came to an end."""
    for thing in reversed(met):
        if not issubclass(type(thing), (str, int, tuple, type(None))):
            return thing
    return None


def _hint(error: BaseException, culprit: Optional[object]) -> Optional[str]:
    given = getattr(error, "hint", None)
    if given:
        return str(given)
    if isinstance(error, RecursionError):
        return "raise sys.setrecursionlimit, or make the structure less deep"
    for kind in type(culprit).__mro__:
        if kind.__name__ in _HINTS:
            return _HINTS[kind.__name__]
    return None


def paths(targets: List[object], start: Labelled, within: Any) -> Dict[int, str]:
    """By `id`, how each of `targets` is reached from one of the labelled objects, through objects of `within`: the shortest way."""
    wanted = {id(target) for target in targets}
    found: Dict[int, str] = {}
    for thing, spell in _search(start, lambda thing: id(thing) in within or id(thing) in wanted):
        if id(thing) in wanted:
            found[id(thing)] = spell()
            if len(found) == len(wanted):
                break
    return found


def ways_to_numbers(numbers: Set[int], start: Labelled, within: Any) -> Dict[int, str]:
    """For each of `numbers` that is reached as an int, likewise."""
    found: Dict[int, str] = {}
    for thing, spell in _search(start, lambda thing: type(thing) in _NUMBERED or id(thing) in within):
        if type(thing) is int and thing in numbers and thing not in found:
            found[thing] = spell()
            if len(found) == len(numbers):
                break
    return found


#: What is no object of its own in a pickle: ints, and what holds the variables of calls and generators.
_NUMBERED = (int, CellType, FrameType)


def _search(start: Labelled, follow: Callable[[object], bool]) -> Iterator[Tuple[object, Callable[[], str]]]:
    """What is reached from the labelled objects through those to `follow`, the nearest first, each with what spells the way."""
    seen: Dict[int, Tuple[Optional[int], str]] = {}
    waiting: Deque[object] = deque()
    alive: List[object] = []
    for label, thing in start:
        if id(thing) not in seen:
            seen[id(thing)] = (None, label)
            waiting.append(thing)
    while waiting:
        thing = waiting.popleft()
        alive.append(thing)
        yield thing, partial(_spell, id(thing), seen)
        for label, child in _children(thing):
            if id(child) not in seen and follow(child):
                seen[id(child)] = (id(thing), label)
                waiting.append(child)


def _spell(place: Optional[int], seen: Dict[int, Tuple[Optional[int], str]]) -> str:
    labels: List[str] = []
    while place is not None:
        place, label = seen[place]
        if label:
            labels.append(label)
    return " → ".join(reversed(labels))


def _children(thing: Any) -> Iterator[Tuple[str, object]]:
    kind = type(thing)
    if kind is dict:
        yield from (("[%s]" % _short(key), value) for key, value in list(thing.items()))
        yield from (("key %s" % _short(key), key) for key in list(thing))
    elif kind in (list, tuple):
        yield from (("[%d]" % place, value) for place, value in enumerate(thing))
    elif is_module(thing):
        yield from (("%s.%s" % (thing.__name__, name), value) for name, value in list(vars(thing).items()))
    elif kind is CellType:
        yield from (("", value) for value in gc.get_referents(thing))
    elif kind is FunctionType:
        for name, cell in zip(thing.__code__.co_freevars, thing.__closure__ or ()):
            yield "%s's variable %s" % (thing.__name__, name), cell
        yield from _rest(thing)
    elif kind is MethodType:
        yield ".__self__", thing.__self__
        yield ".__func__", thing.__func__
    else:
        try:
            own = object.__getattribute__(thing, "__dict__")
        except AttributeError:
            own = {}
        yield from ((".%s" % name, value) for name, value in list(own.items()))
        for base in kind.__mro__:
            for name in _slots(base):
                try:
                    yield ".%s" % name, object.__getattribute__(thing, name)
                except AttributeError:
                    continue
        if issubclass(type(thing), BaseException):
            yield from ((".%s" % name, getattr(thing, name)) for name in ("__cause__", "__context__", "args"))
        yield from _rest(thing)


def _slots(kind: type) -> Iterable[str]:
    slots = kind.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)


def _rest(thing: object) -> Iterator[Tuple[str, object]]:
    yield from (("(in a %s)" % type(thing).__name__, held) for held in gc.get_referents(thing))


def _short(key: object) -> str:
    try:
        text = repr(key)
    except Exception:
        text = "<%s>" % type(key).__name__
    return text if len(text) <= 40 else text[:37] + "..."


def globals_of(carried: Dict[str, ModuleType]) -> List[Tuple[str, object]]:
    """The variables of the modules that travel, as places to start from."""
    return [
        ("%s global %s" % ("module" if name == "__main__" else "module %s:" % name, key), value)
        for name, module in carried.items()
        for key, value in list(vars(module).items())
    ]
