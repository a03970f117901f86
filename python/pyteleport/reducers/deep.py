"""Knows how structures are pickled that are nested deeper than the C stack allows.

Objects whose contents nobody sees before the end (lists, dicts, instances that pickle would fill by itself) are written
empty where they are met, and their contents afterwards, one after the other. All others, and what they hold, are written as pickle
writes them: whole, before they are used. Must not run unless the recursion was too deep.
"""

from __future__ import annotations

import copyreg
from collections import deque
from types import FunctionType

from ..arrival import deep, frames, objects, rebuild, values
from .pickler import NOTHING_LIVE, Live, Pickler, _Call, _Program, register
from .refusal import Refusal
from .values import ValuePickler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Tuple

_NOT_FILLED = "nested too deeply: an object's constructor needs what can only be written after it"
_HINT = "make the structure less deep"
_ATOMS = frozenset((str, int, float, bytes, bool, type(None), complex, type(Ellipsis)))
_newobj = copyreg.__newobj__  # type: ignore[attr-defined]


class _Shell:
    """Stands for a list or dict whose contents come later."""

    __slots__ = ("kind",)

    def __init__(self, kind: type) -> None:
        self.kind = kind


@register(_Shell)
def _reduce_shell(pickler: Any, shell: _Shell) -> Any:
    return shell.kind, ()


class _Deep(Pickler):
    """What both picklers have in common: the work that is left, and what must be written whole."""

    def go_deep(self) -> None:
        self._shells: Dict[int, _Shell] = {}
        self._work: List[Tuple[Any, Tuple[Any, ...]]] = []
        self._whole: Dict[int, object] = {}
        self._late: Dict[int, object] = {}
        self._known = self.persistent_id
        self._reduce = self.__dict__.pop("reducer_override", super().reducer_override)
        self.persistent_id = self._met  # type: ignore[method-assign]
        self.reducer_override = self._reduced  # type: ignore[method-assign,assignment]

    def apart(self) -> Dict[int, object]:
        return {id(thing): thing for thing in self.keep if id(thing) in self._shells}

    def _met(self, thing: Any) -> Any:
        kind = type(thing)
        if kind is list or kind is dict:
            address = id(thing)
            shell = self._shells.get(address)
            if shell is not None:
                if address in self._whole:
                    raise Refusal(_NOT_FILLED, _HINT)
                return shell
            found = self._known(thing)
            if found is not None or address in self._whole:
                return found
            if kind is dict and not all(map(_is_safe_key, thing)):
                self._mark(thing)
                return None
            self.keep.append(thing)
            shell = self._shells[address] = _Shell(kind)
            if kind is list:
                self._work.append((deep.fill_list, (shell, tuple(thing))))
            else:
                self._work.append((deep.fill_dict, (shell, *_flat(thing))))
            return shell
        return self._known(thing)

    def _reduced(self, thing: Any) -> Any:
        reduced = self._reduce(thing)
        address = id(thing)
        if reduced is NotImplemented and not issubclass(type(thing), (type, FunctionType)):
            reduced = _by_default(thing)
        if not isinstance(reduced, tuple) or type(thing) in (_Pieces, _Program):
            return reduced
        fill = _filler(thing, reduced) if address not in self._whole else None
        if fill is not None:
            self.keep.append(thing)
            self._late[address] = thing
            self._work.append((fill, (thing, reduced[2])))
            return reduced[:2]
        parts = tuple(
            tuple(part) if index in (3, 4) and part is not None else part
            for index, part in enumerate(reduced)
        )
        does = parts[5] if len(parts) > 5 and parts[5] is not None else parts[0]
        if does is rebuild.fill_bare and len(parts) > 5 and parts[2][0] is not None:
            self._mark(parts)  # keys and elements are looked at
        elif does in _STORING:
            self._mark_stored(parts)
        elif does in _KEEPING:
            pass
        elif type(thing) is deque:
            self._mark(parts[:3])
        else:
            self._mark(parts)
        if len(parts) > 3:
            return parts[:3] + tuple(part if part is None else iter(part) for part in parts[3:5]) + parts[5:]
        return parts

    def _mark_stored(self, holder: Tuple[Any, ...]) -> None:
        """Let the containers that a function of ours empties be whole, but not what it only puts somewhere."""
        waiting: List[Any] = [(holder, 2 if holder[-1] is frames.fill_shell else 1)]
        while waiting:
            thing, depth = waiting.pop()
            if type(thing) is tuple:
                waiting.extend((part, depth) for part in thing)
            elif depth and type(thing) in (list, dict) and id(thing) not in self._shells:
                self.keep.append(thing)
                self._whole[id(thing)] = thing
                if type(thing) is list:
                    waiting.extend((part, depth - 1) for part in thing)

    def _mark(self, holder: Any) -> None:
        """Let the containers and objects that `holder` leads to be written whole."""
        waiting = [holder]
        while waiting:
            thing = waiting.pop()
            kind = type(thing)
            if kind in _ATOMS or id(thing) in self._whole or id(thing) in self.table:
                continue
            if kind in _CONTAINERS:
                waiting.extend(thing)
                if kind is dict:
                    waiting.extend(thing.values())
            elif id(thing) in self._late and not _has_identity_hash(type(thing)):
                raise Refusal(_NOT_FILLED, _HINT)
            elif issubclass(type(thing), type):
                continue
            self.keep.append(thing)
            self._whole[id(thing)] = thing

    def drained(self) -> Iterator[object]:
        """The contents that are still to be written, while there are any: writing one may add more."""
        idle = 0
        # The C pickler takes one item ahead, so nothing to do must be seen twice before it is the end.
        while idle < 2:
            if self._work:
                idle = 0
                yield _Call(*self._work.pop())
            else:
                idle += 1
                yield None


class DeepPickler(_Deep):
    """Pickles a program whose objects are nested deeply."""

    def __init__(self, live: Live = NOTHING_LIVE) -> None:
        super().__init__(live)
        self.go_deep()

    def _parts(self, root: object) -> Iterator[object]:
        for part in super()._parts(root):
            yield part
            yield from self.drained()
        yield part


class DeepValuePickler(ValuePickler, _Deep):
    """Pickles one object that is nested deeply."""

    def __init__(self, protocol: int) -> None:
        super().__init__(protocol, exact=True)
        self.go_deep()

    def parts(self, obj: object) -> Any:
        return _Pieces(self, obj)


class _Pieces:
    def __init__(self, pickler: DeepValuePickler, obj: object) -> None:
        self.pickler = pickler
        self.obj = obj

    def __iter__(self) -> Iterator[object]:
        holder = (self.obj,)
        yield holder
        yield from self.pickler.drained()
        yield holder


@register(_Pieces)
def _reduce_pieces(pickler: Any, pieces: _Pieces) -> Any:
    return list, (), None, iter(pieces)


_CONTAINERS = (list, dict, tuple, set, frozenset)


def _by_default(thing: Any) -> Any:
    reduce = copyreg.dispatch_table.get(type(thing))
    return reduce(thing) if reduce is not None else thing.__reduce_ex__(4)


def _flat(mapping: Dict[Any, Any]) -> Tuple[Tuple[Any, ...], Tuple[Any, ...]]:
    return tuple(mapping), tuple(mapping.values())


def _is_safe_key(key: object) -> bool:
    """Whether a key's hash and equality are known before its contents are."""
    return type(key) in _ATOMS or issubclass(type(key), type) or _has_identity_hash(type(key))


def _has_identity_hash(kind: type) -> bool:
    return kind.__hash__ is object.__hash__ and kind.__eq__ is object.__eq__  # type: ignore[comparison-overlap]


def _filler(thing: Any, reduced: Tuple[Any, ...]) -> Any:
    """What fills an instance that is made by its class alone, if it may be filled later; None if it may not."""
    kind: Any = type(thing)
    if len(reduced) < 3 or reduced[2] is None or not (kind.__hash__ is None or _has_identity_hash(kind)):
        return None
    if reduced[5:] == (rebuild.fill_bare,):
        return rebuild.fill_bare if reduced[2][0] is None else None
    if any(part is not None for part in reduced[3:]) or hasattr(kind, "__setstate__"):
        return None
    if reduced[0] is not _newobj or reduced[1] != (kind,) or kind.__new__ is not object.__new__:
        return None
    return deep.fill_instance


#: Functions of ours that look at nothing in what they are given; and those that empty the containers that they are given.
_KEEPING: Tuple[Any, ...] = (
    objects.hold,
    rebuild.set_cell,
    deep.fill_list,
    deep.fill_dict,
    id,
    object.__hash__,
)
_STORING: Tuple[Any, ...] = (
    objects.fill,
    objects.fill_loose_module,
    rebuild.set_function,
    rebuild.set_descriptor,
    rebuild.fill_class,
    values.set_with_globals,
    values.fill_tracked,
    values.fill_module,
    values.update,
    frames.fill_shell,
    deep.fill_instance,
    rebuild.fill_bare,
)
