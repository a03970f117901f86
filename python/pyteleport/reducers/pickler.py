"""Knows how one dump goes: what is looked up first, which modules turn out to be needed, in which order all is written.

Must not know any particular type: each has its reducer in a sibling module, found by `type(obj)`.
"""

from __future__ import annotations

import sys
from _pickle import Pickler as _CPickler
from struct import pack
from types import ModuleType

from ..arrival import hooks, objects
from . import identity, instances, modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import AbstractSet, Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple, Type

    Reducer = Callable[["Pickler", Any], Any]
    _Table = Dict[type, Optional[Reducer]]
else:
    _Table = dict


#: Reducers by exact type; by base class, for its subclasses too; and by (module, qualified name), for types
#: whose module would have to be imported merely to name them.
EXACT: Dict[type, Optional[Reducer]] = {}
BASES: Dict[type, Reducer] = {}
NAMED: Dict[Tuple[str, str], Reducer] = {}


def register(*types: type, subclasses: bool = False) -> Callable[[Reducer], Reducer]:
    """Decorator: reduce instances of `types` (with `subclasses`, of their subclasses too) by the decorated function.

    The function takes the pickler and the object, and returns what `__reduce__` may return, or NotImplemented.
    """

    def enter(reducer: Reducer) -> Reducer:
        for kind in types:
            EXACT[kind] = reducer
            if subclasses:
                BASES[kind] = reducer
        return reducer

    return enter


def register_named(*names: str) -> Callable[[Reducer], Reducer]:
    """Like `register`, for types given as "module:qualified name"."""

    def enter(reducer: Reducer) -> Reducer:
        for name in names:
            module, _, qualified = name.partition(":")
            NAMED[module, qualified] = reducer
        return reducer

    return enter


def register_later(*names: str) -> None:
    """Name modules beside this one that register reducers too: they are imported when a type is met that has none yet."""
    _later.extend(names)


_later: List[str] = []


def _load_all() -> None:
    while _later:
        __import__("%s.%s" % (__package__, _later[0]))
        del _later[0]


class Dumped:
    """What `dump` gives: the pickle in pieces, its out-of-band buffers, the manifest's `modules` and `needs`, whether there are
    sets in it whose order follows from this interpreter's hash secret, and what is open for it under which number."""

    __slots__ = ("chunks", "buffers", "modules", "needs", "is_ordered", "descriptors")

    def __init__(
        self,
        chunks: List[Any],
        buffers: List[Any],
        modules: List[Dict[str, Any]],
        needs: Dict[str, Optional[str]],
        is_ordered: bool,
        descriptors: List[Any],
    ) -> None:
        self.chunks = chunks
        self.buffers = buffers
        self.modules = modules
        self.needs = needs
        self.is_ordered = is_ordered
        self.descriptors = descriptors


class Live:
    """What the frames that travel have to do with objects that are met, by `id`: the frames' places in what `objects.settle` will be given;
    the generators that run in them, each with its record and the lists for its state there; the objects whose methods run;
    instances whose dicts the frames hold, with these; tables of imported modules that the frames look into, with module and name;
    dicts of modules that are in nothing but variables; and whether the process has more open than the standard streams."""

    __slots__ = ("frames", "generators", "receivers", "owners", "tables", "spaces", "has_more_open")

    def __init__(
        self,
        frames: Optional[Dict[int, int]] = None,
        generators: Optional[Dict[int, Any]] = None,
        receivers: AbstractSet[int] = frozenset(),
        owners: Sequence[Tuple[Any, Any]] = (),
        tables: Sequence[Tuple[str, str, Any]] = (),
        spaces: Sequence[Dict[str, Any]] = (),
        has_more_open: bool = False,
    ) -> None:
        self.frames = frames or {}
        self.generators = generators or {}
        self.receivers = receivers
        self.owners = owners
        self.tables = tables
        self.spaces = spaces
        self.has_more_open = has_more_open


NOTHING_LIVE = Live()

_monitoring: Any = getattr(sys, "monitoring", None)


class _Sink:
    """A file that keeps what is written, without copying large payloads."""

    __slots__ = ("write",)

    def __init__(self, chunks: List[Any]) -> None:
        self.write = chunks.append


class _ByType(_Table):
    """Reducers by exact type, completed as types are met; None where pickle's own way is right.

    `unmarked` are the classes, by `id`, that pickle had not written into before (`instances.unmark`).
    """

    unmarked: Dict[int, type]

    def __missing__(self, kind: type) -> Optional[Reducer]:
        _load_all()
        if instances.is_unmarked(kind):
            self.unmarked[id(kind)] = kind
        found = EXACT[kind] if kind in EXACT else _classify(kind)
        self[kind] = found
        return found


def _by_type() -> _ByType:
    """The reducers for one dump: the program's own go first."""
    made = _ByType(EXACT)
    made.unmarked = {}
    overrides = _hooked().overrides()
    if overrides:
        made.update(overrides)
    return made


def _enter_left(table: Dict[int, object], keep: List[object]) -> None:
    if hooks.left:
        _hooked().enter_left(table, keep)


def _hooked() -> Any:
    known = sys.modules.get(__package__ + ".hooked")
    if known is None:
        from . import hooked as known  # it imports this one
    return known


def _classify(kind: type) -> Optional[Reducer]:
    if hasattr(kind, "__depart__"):
        found: Optional[Reducer] = _hooked().by_methods(kind)
        return found
    for base in kind.__mro__:
        reducer = BASES.get(base) or NAMED.get((base.__module__, base.__qualname__))
        if reducer is not None:
            return reducer
    if issubclass(kind, (set, frozenset)):
        from . import sets

        return sets.noting(_usual(kind))
    return _usual(kind)


def _usual(kind: type) -> Optional[Reducer]:
    home = sys.modules.get(kind.__module__)
    if modules.is_module(home) and modules.fate(home, kind.__module__) != modules.CARRIED:
        constants = {id(value): name for name, value in home.__dict__.items() if type(value) is kind}
        if constants:
            return _constants(kind.__module__, constants, instances.reducer_for(kind))
    return instances.reducer_for(kind)


def _constants(module: str, names: Dict[int, str], usual: Optional[Reducer]) -> Reducer:
    """Sentinels and other single objects of an imported module stay the one object that the module there has."""

    def reduce(pickler: Pickler, value: Any) -> Any:
        name = names.get(id(value))
        if name is None:
            return NotImplemented if usual is None else usual(pickler, value)
        pickler.refer(module)
        return objects.constant, (module, name)

    return reduce


def _words() -> Dict[int, str]:
    """The functions that have a word, by their identity: looking up where a function is takes pickle twenty times as long."""
    if not _known_words:
        _known_words.update((id(thing), word) for word, thing in objects.words())
    return _known_words


_known_words: Dict[int, str] = {}


def _native_override() -> Any:
    if not _found_native:
        try:
            from pyteleport._engine import make_reducer_override
        except ImportError:
            return None
        _found_native.append(make_reducer_override)
    return _found_native[0]


#: The engine's function, once it was asked for.
_found_native: List[Any] = []


def _no_id(thing: object) -> None:
    """Takes the place of a `persistent_id` that refers to its pickler."""


class Pickler(_CPickler):
    """Pickles one program: C pickler, protocol 5, with reducers for what pickle can't do by itself."""

    #: Whether only what is reached travels of `__main__`, and the far side has modules of its own (`values`).
    by_value = False
    #: Tools of `sys.monitoring` that are in use (3.12+).
    tools: Tuple[int, ...] = ()
    live = NOTHING_LIVE

    def __init__(self, live: Live = NOTHING_LIVE) -> None:
        self.chunks: List[Any] = []
        self.buffers: List[Any] = []
        buffers = self.buffers
        super().__init__(_Sink(self.chunks), 5, buffer_callback=lambda buffer: buffers.append(buffer.raw()))
        #: Keeps alive what is known by its address.
        self.keep: List[object] = []
        self.live = live
        self.carried: Dict[str, ModuleType] = {}
        self.needs: Dict[str, Optional[str]] = {}
        self.globals_seen: Dict[int, object] = {}
        self._fates: Dict[str, str] = {}
        self._waiting: List[ModuleType] = []
        self._by_type = _by_type()
        self.tools = () if _monitoring is None else tuple(filter(_monitoring.get_tool, range(6)))
        #: Ints that were met and may be addresses (`addresses`).
        self.numbers: List[int] = []
        #: Sets that were met and may give their elements in another order when they are made anew (`sets`).
        self.sets: List[Any] = []
        #: Numbers of open files that objects have which were met; False where the number is of no use over there (`descriptors`).
        self.descriptors: Dict[int, bool] = {}
        #: What stands in the table for objects that were found to be left, by their `id`.
        self.stayers: Dict[int, object] = {}
        #: Arguments of `iterators.place_in_dict`.
        self.placed: List[Any] = []
        self.table = identity.table()
        self.table.update(_words())
        identity.fill(self.table, self.keep)
        for home, name, table in live.tables:
            self.table[id(table)] = identity.Table(home, name)
        _enter_left(self.table, self.keep)
        self.persistent_id = identity.make_persistent_id(self.table, self.numbers, self.sets)  # type: ignore[method-assign]
        self.use_native_override()
        for space in live.spaces:
            if id(space) not in self.table:
                from .functions import shared_globals

                shared_globals(self, space)
        if live.owners:
            from . import variables

            variables.share(self, live.owners)

    def use_native_override(self) -> None:
        """Look the reducers up natively, where the engine is there to do so. Makes a cycle, which `forget` breaks."""
        native = _native_override()
        if native is None:
            return
        self.reducer_override = native((self._by_type, self, None, NotImplemented))  # type: ignore[method-assign]

    def unmark(self, kind: type) -> None:
        """Take off a class what pickle has entered into it in this dump: `__slotnames__`, which it enters again when it needs it."""
        if id(kind) in self._by_type.unmarked:
            instances.unmark(kind)

    def apart(self) -> Dict[int, object]:
        """What has been written and is not in the memo, by its `id`."""
        return {}

    def forget(self) -> None:
        self.__dict__.clear()

    def let_go(self) -> None:
        """Refer to nothing any more: what this has written would live until the collector finds it, through cycles that begin here."""
        for kind in self._by_type.unmarked.values():
            instances.unmark(kind)
        self.clear_memo()
        self.keep.clear()
        self.table.clear()
        self.persistent_id = _no_id  # type: ignore[method-assign]
        vars(self).clear()

    def reducer_override(self, obj: Any) -> Any:
        reducer = self._by_type[type(obj)]
        return NotImplemented if reducer is None else reducer(self, obj)

    def reducer_of(self, kind: type) -> Optional[Reducer]:
        return self._by_type[kind]

    def replace_reducer(self, kind: type, reducer: Reducer) -> None:
        """Reduce instances of `kind` by another reducer, in this dump."""
        self._by_type[kind] = reducer

    def refer(self, name: str) -> str:
        """Take note that module `name` is referred to; returns its fate. Modules unknown to `sys.modules` are imported."""
        if name in modules.WITHOUT_ASKING and not hooks.by_value:
            return modules.IMPORTED
        known = self._fates.get(name)
        if known is not None:
            return known
        module = sys.modules.get(name)
        known = modules.fate(module, name) if modules.is_module(module) else modules.IMPORTED
        self._fates[name] = known
        if known == modules.NEEDED:
            top = name.partition(".")[0]
            if top not in self.needs:
                self.needs[top] = modules.version(top)
        elif known == modules.CARRIED and module is not None:
            if "." in name:
                self.refer(name.rpartition(".")[0])
            self.carried[name] = module
            self._waiting.append(module)
        return known

    def carried_in_order(self) -> List[Tuple[str, ModuleType]]:
        """The modules that travel, in the order of their import."""
        if len(self.carried) == 1:
            return list(self.carried.items())
        places = {name: place for place, name in enumerate(list(sys.modules))}
        return sorted(self.carried.items(), key=lambda item: places.get(item[0], len(places)))

    def enter_loose_module(self, module: ModuleType) -> None:
        """Let the `__dict__` of a module that is not in `sys.modules` travel as that module's."""
        if id(module.__dict__) not in self.table:
            self.keep.append(module)
            self.table[id(module.__dict__)] = _Vars(module)

    def program(self, root: object) -> _Program:
        return _Program(self._parts(root))

    def _parts(self, root: object) -> Iterator[object]:
        """What is written, in order. Modules are found while their users are written, so this looks again after each."""
        yield None  # pickle asks for the second piece before it writes the first (`batch_list`, Modules/_pickle.c)
        main = sys.modules.get("__main__")
        if modules.is_module(main):
            self.refer("__main__")
        order: List[Tuple[Dict[str, Any], Tuple[str, ...]]] = []
        yield from self._module_parts(order)
        replaced = _replaced_streams()
        if replaced:
            yield _Call(objects.set_streams, (replaced,))
            yield from self._module_parts(order)
        last = _Root(root)
        yield last
        yield from self._module_parts(order)
        yield _Call(objects.finish, tuple(order))
        if self.placed:
            from ..arrival import iterators

            yield _Call(iterators.place_in_dict, tuple(self.placed))
        if self.sets:
            from ..arrival.sets import arrange
            from . import sets

            yield _Call(arrange, tuple(sets.arrangements(self.sets)))
        yield last

    def _module_parts(self, order: List[Tuple[Dict[str, Any], Tuple[str, ...]]]) -> Iterator[object]:
        later: List[Tuple[Dict[str, Any], str, object]] = []
        while self._waiting or later:
            while self._waiting:
                module = self._waiting.pop()
                first, then, names = modules.contents(module)
                order.append((module.__dict__, names))
                yield _Call(objects.fill, (module.__dict__, first, modules.source(module)))
                if type(module) is not ModuleType:
                    yield _Call(setattr, (module, "__class__", type(module)))
                later.extend((module.__dict__, name, value) for name, value in reversed(then))
            if later:
                namespace, name, value = later.pop()
                yield _Call(objects.fill, (namespace, {name: value}))


class _Program:
    __slots__ = ("parts",)

    def __init__(self, parts: Iterator[object]) -> None:
        self.parts = parts


class _Call:
    __slots__ = ("what", "arguments")

    def __init__(self, what: Callable[..., Any], arguments: Tuple[Any, ...]) -> None:
        self.what = what
        self.arguments = arguments


class _Root:
    __slots__ = ("root",)

    def __init__(self, root: object) -> None:
        self.root = root


@register(_Program)
def _reduce_program(pickler: Pickler, program: _Program) -> Any:
    return list, (), None, program.parts


@register(_Call)
def _reduce_call(pickler: Pickler, call: _Call) -> Any:
    return call.what, call.arguments


@register(_Root)
def _reduce_root(pickler: Pickler, root: _Root) -> Any:
    return objects.hold, (root.root,)


@register(identity.Namespace)
def _reduce_namespace(pickler: Pickler, namespace: identity.Namespace) -> Any:
    name = _name_in_sys(namespace.module)
    pickler.refer(name)
    return objects.namespace, (name,)


@register(identity.Table)
def _reduce_table(pickler: Pickler, table: identity.Table) -> Any:
    pickler.refer(table.home)
    return objects.standing, (table.home, table.way)


@register(identity.Nan)
def _reduce_nan(pickler: Pickler, nan: identity.Nan) -> Any:
    for home in ("math", "cmath", "numpy"):
        if getattr(sys.modules.get(home), "nan", None) is nan.number:
            pickler.refer(home)
            return objects.constant, (home, "nan")
    return objects.nan, (pack("<d", nan.number),)


@register(ModuleType, subclasses=True)
def _reduce_module(pickler: Any, module: ModuleType) -> Any:
    if pickler.by_value:
        return pickler.reduce_module(module)
    name = module.__dict__.get("__name__")
    if isinstance(name, str) and sys.modules.get(name) is module:
        pickler.refer(name)
        return objects.module, (name,)
    if identity.is_namespace(pickler.table.get(id(module.__dict__))):
        name = _name_in_sys(module)
        pickler.refer(name)
        return objects.module, (name,)
    parent, _, own_name = name.rpartition(".") if isinstance(name, str) else ("", "", "")
    if parent == "sys" and getattr(sys, own_name, None) is module:
        pickler.refer(parent)
        return objects.constant, (parent, own_name)  # such as `sys.monitoring`, which can't be imported
    loader: Any = getattr(getattr(module, "__spec__", None), "loader", None)
    if getattr(loader, "__name__", type(loader).__name__) in ("BuiltinImporter", "ExtensionFileLoader"):
        return objects.further_copy, (name,)
    pickler.enter_loose_module(module)
    left = modules.not_carried(module.__dict__)
    variables = {key: value for key, value in module.__dict__.items() if key not in left}
    return objects.loose_module, (name,), variables, None, None, objects.fill_loose_module


class _Vars:
    """Stands for the `__dict__` of a module that is not in `sys.modules`."""

    __slots__ = ("module",)

    def __init__(self, module: ModuleType) -> None:
        self.module = module


@register(_Vars)
def _reduce_vars(pickler: Pickler, namespace: _Vars) -> Any:
    return vars, (namespace.module,)


def _name_in_sys(module: ModuleType) -> str:
    name = module.__dict__.get("__name__")
    if isinstance(name, str) and sys.modules.get(name) is module:
        return name
    return next(key for key, value in list(sys.modules.items()) if value is module)


def _replaced_streams() -> Dict[str, object]:
    own = sys.__dict__
    get = own.get
    if (
        get("stdin") is get("__stdin__")
        and get("stdout") is get("__stdout__")
        and get("stderr") is get("__stderr__")
    ):
        return {}
    return {
        name: get(name) for name in ("stdin", "stdout", "stderr") if get(name) is not get("__%s__" % name)
    }


def kinds(*examples: object) -> Tuple[Type[Any], ...]:
    """The types of `examples`: how types without a public name are written down."""
    return tuple(type(example) for example in examples)
