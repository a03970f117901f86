"""Knows iteration: `for`, `next`, delegation, and what lies between an iterator and the generator that runs in it.

Must not know generators' states: the engine makes a running generator one that goes on when it is asked for the next item.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from types import FunctionType, MethodType

from ..arrival.completions import Driven, StandIn
from ..arrival.completions.iteration import (
    Absorbed,
    Awaited,
    Closed,
    Ended,
    Extended,
    ExtendedBy,
    Gathered,
    Gathering,
    Indexed,
    Next,
    Selected,
)
from .facts import CLOSE_GIVES_VALUE
from .site import (
    MISSING,
    Site,
    again,
    class_name,
    completed,
    lookup,
    method_runs,
    refuse_instruction,
    refuse_native,
    runs,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List

    from .site import Answer

#: Iterators of C that ask one other iterator before they change anything of their own, so that they can be asked again.
_PASSING = frozenset(
    "enumerate filter islice takewhile dropwhile filterfalse starmap accumulate cycle coroutine_wrapper"
    " async_generator_asend async_generator_athrow".split()
)


def drives(site: Site, iterator: Any) -> bool:
    """Whether asking `iterator` for an item asks the generator of the inner frame, and nothing has been done before that."""
    generator = site.generator
    if generator is None or _is_being_closed(generator):
        return False
    for _ in range(64):
        if iterator is generator:
            return True
        name = type(iterator).__name__
        held = [thing for thing in gc.get_referents(iterator) if thing is not type(iterator)]
        if name in _PASSING:
            inner = [thing for thing in held if hasattr(type(thing), "__next__") or thing is generator]
            if len(inner) != 1:
                return False
            iterator = inner[0]
        elif name in ("map", "zip"):
            sources = [thing for thing in held if type(thing) is tuple]
            if not sources or not sources[0]:
                return False
            # `zip(*[generator] * 2)`: nothing tells which of them has been asked.
            if any(_may_ask(other, generator) for other in sources[0][1:]):
                return False
            iterator = sources[0][0]
        elif name == "chain":
            # The iterators to come, and the one it is in.
            inner = [thing for thing in held if hasattr(type(thing), "__next__")]
            if len(inner) != 2:
                return False
            iterator = inner[1] if inner[1] is generator or inner[0] is not generator else inner[0]
        else:
            return False
    return False


def _may_ask(iterator: Any, generator: Any) -> bool:
    """Whether asking `iterator` for an item may ask `generator`, with nothing but C code in between."""
    waiting, seen = [iterator], {id(iterator)}
    while waiting:
        thing = waiting.pop()
        if thing is generator:
            return True
        if (
            type(thing) in (tuple, list)
            or hasattr(type(thing), "__next__")
            and type(thing) is not type(generator)
        ):
            for inner in gc.get_referents(thing):
                if id(inner) not in seen:
                    seen.add(id(inner))
                    waiting.append(inner)
    return False


def _is_being_closed(generator: Any) -> bool:
    """Whether the generator handles a GeneratorExit that it was given: what drove it may be over, and let go of it (`gen_close`)."""
    error = sys.exc_info()[1]
    while error is not None:
        if isinstance(error, GeneratorExit):
            trace = error.__traceback__
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            frames = [getattr(generator, name, None) for name in ("gi_frame", "cr_frame", "ag_frame")]
            if trace is not None and any(trace.tb_frame is one for one in frames):
                return True
        error = error.__context__
    return False


def again_with_generator(site: Site) -> Answer:
    return again()


def loop(site: Site) -> Answer:
    iterator = site.operand(0)
    if site.generator is not None:
        if drives(site, iterator):
            return again()
        refuse_instruction(site)
    item = asked(site, iterator)
    if item is MISSING:
        refuse_instruction(site)
    return completed(Absorbed() if item is None else item)


def asked(site: Site, iterator: Any) -> Any:
    """What the inner frame, which is no generator's, means to `iterator`, which has been asked for an item: None where it gives the item,
    else a completion that says; `MISSING` where that is not known."""
    kind = type(iterator)
    if method_runs(kind, "__next__", site.inner):
        return None
    name = kind.__name__
    if kind.__module__ not in ("builtins", "itertools"):
        return MISSING
    held = [thing for thing in gc.get_referents(iterator) if thing is not kind]
    if name in ("map", "starmap") and any(runs(thing, site.inner) for thing in held if callable(thing)):
        return None
    if name in ("filter", "takewhile", "filterfalse"):
        item = site.first_argument()
        functions = [thing for thing in held if callable(thing) and runs(thing, site.inner)]
        if len(functions) == 1 and item is not MISSING:
            return Selected(item, iterator, name != "filterfalse", ends=name == "takewhile")
    if name == "iterator" and len(held) == 1 and method_runs(type(held[0]), "__getitem__", site.inner):
        return Indexed(iterator)
    return MISSING


def iterator(site: Site) -> Answer:
    if site.mnemonic == "GET_ANEXT":
        if method_runs(type(site.operand(0)), "__anext__", site.inner):
            return completed(Awaited())
        refuse_instruction(site)
    method = {"GET_AITER": "__aiter__", "GET_AWAITABLE": "__await__"}.get(site.mnemonic, "__iter__")
    owner = site.operand(0)
    if site.mnemonic == "UNPACK_EX" and not _asks_first(site, owner):
        refuse_instruction(site)
    if method_runs(type(owner), method, site.inner):
        return completed(StandIn([owner], 0, method, class_name(owner)))
    refuse_instruction(site)


def _asks_first(site: Site, owner: Any) -> bool:
    """Whether `owner` itself is asked for an iterator. Unpacking with a star asks that one for one again, when it has taken the
    items before the star (`unpack_iterable`, Python/ceval.c); where the two may be one object, they can't be told apart."""
    return site.argument_is(0, owner) is True and lookup(type(owner), "__next__") is MISSING


def delegate(site: Site) -> Answer:
    operands = site.operands or ()
    if not operands or not operands[0]:
        refuse_instruction(site)
    receiver = operands[0][0]
    if site.generator is not None:
        if drives(site, receiver):
            return again(((receiver,), *((),) * (len(operands) - 2), (None,)))
        refuse_instruction(site)
    for method in ("send", "__next__"):
        if method_runs(type(receiver), method, site.inner):
            return completed(Ended())
    refuse_instruction(site)


def extend(site: Site) -> Answer:
    given = site.operand(-1)
    if drives(site, given):
        return again()
    if site.generator is None and method_runs(type(given), "__iter__", site.inner):
        return completed(StandIn([given], 0, "__iter__", class_name(given), lengths(given)))
    # It has put the items so far where they belong, and asks for one after the other.
    if is_made_by(site, given):
        add = site.target.extend if type(site.target) is list else site.target.update
        return completed(ExtendedBy(partial(add, site.generator)))
    item: Any = asked(site, given) if is_own_iterator(given) else MISSING
    if item is MISSING:
        refuse_instruction(site)
    return completed(Extended(given, item, site.target))


def is_made_by(site: Site, given: Any) -> bool:
    """Whether the inner frame is that of the generator which `iter(given)` has made."""
    found = lookup(type(given), "__iter__")
    if site.generator is None or _is_being_closed(site.generator):
        return False
    return type(found) is FunctionType and runs(found, site.inner)


def lengths(given: Any) -> Dict[str, Any]:
    """The methods of the program's that are asked how many items to expect, bound."""
    found = ((name, lookup(type(given), name)) for name in ("__len__", "__length_hint__"))
    return {name: MethodType(method, given) for name, method in found if type(method) is FunctionType}


def is_own_iterator(thing: Any) -> bool:
    """Whether `iter(thing)` is `thing`: it is of C and has items, or its `__iter__` does nothing but return it."""
    found, following = lookup(type(thing), "__iter__"), lookup(type(thing), "__next__")
    if type(found) is _SLOT and type(following) is _SLOT:
        return type(thing).__module__ in ("builtins", "itertools")
    if type(found) is not FunctionType or type(following) is not FunctionType:
        return False
    code, plain = found.__code__, _returns_itself.__code__
    return code.co_code == plain.co_code and code.co_argcount == 1 and not code.co_cellvars


_SLOT = type(object.__init__)


def _returns_itself(self: Any) -> Any:
    return self


def merge(site: Site) -> Answer:
    """`**mapping`: it is asked for its keys before anything else."""
    given = site.operand(-1)
    items = lookup(type(given), "__getitem__")
    if method_runs(type(given), "keys", site.inner) and type(items) is FunctionType:
        others = {"__getitem__": MethodType(items, given)}
        return completed(StandIn([given], 0, "keys", class_name(given), others))
    refuse_instruction(site)


# Calls that let a generator go on.


def sent(site: Site, owner: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`send` and `throw`: what was given has arrived, so that None is sent to let it go on."""
    if drives(site, owner):
        return completed(Driven(partial(owner.send, None)))
    refuse_native("%s.send" % type(owner).__name__)


def stepped(site: Site, owner: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`next(owner[, default])`."""
    if type(owner).__name__ == "async_generator_asend":
        return sent(site, owner, arguments, keywords)
    if drives(site, owner):
        drive = partial(next, owner)
        return completed(Next(arguments[0], drive)) if arguments else completed(Driven(drive))
    refuse_native("next")


def closed(site: Site, owner: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    if owner is not site.generator:
        refuse_native("close")
    return completed(
        Closed(partial(owner.send, None), type(owner).__name__.replace("_", " "), CLOSE_GIVES_VALUE)
    )


def extended(site: Site, owner: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`list.extend` and the like have put the items so far where they belong."""
    if len(arguments) == 1 and drives(site, arguments[0]):
        return again()
    item: Any = (
        asked(site, arguments[0]) if len(arguments) == 1 and is_own_iterator(arguments[0]) else MISSING
    )
    if item is not MISSING and site.generator is None:
        return completed(Gathering(arguments[0], item, Gathered(owner, None, None, False)))
    refuse_native("%s.extend" % type(owner).__name__)
