"""Knows how one object is pickled by itself, for a process that has its own `__main__`: by value only what it reaches.

Must not know hops: there the whole program travels, and `Pickler` writes that.
"""

from __future__ import annotations

import gc
import sys
from _frozen_importlib import ModuleSpec
from _pickle import Pickler as _CPickler
from types import AsyncGeneratorType, CoroutineType, GeneratorType, ModuleType

from ..arrival import hooks, objects, values
from . import generators, identity, modules, used
from . import pickler as picklers
from .large import Pieces
from .pickler import Pickler, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

_KEPT_OF_MODULE = ("__package__", "__name__", "__path__", "__file__")


class ReachedNamespace(Exception):
    """The object holds the `__dict__` of a module itself, which only `exact` picklers keep what it is."""


class _Globals:
    """Stands for the globals of functions that travel: one dict over there, with what these functions use."""

    __slots__ = ("namespace", "shell")

    def __init__(self, namespace: Dict[str, Any]) -> None:
        self.namespace = namespace
        module = _module_of(namespace)
        self.shell = None if module is None else _Shell(module)


class _Shell:
    """Stands for a module that travels by value, before its contents."""

    __slots__ = ("module",)

    def __init__(self, module: ModuleType) -> None:
        self.module = module


def _module_of(namespace: Dict[str, Any]) -> Optional[ModuleType]:
    """The module with that `__dict__`, if it travels as such: `__main__` stays the one that is there, and so does what is imported."""
    name = namespace.get("__name__")
    if not isinstance(name, str) or name == "__main__":
        return None
    module = sys.modules.get(name)
    if module is not None and module.__dict__ is namespace:
        return module if modules.is_by_value(name) else None
    for referrer in gc.get_referrers(namespace):
        if modules.is_module(referrer) and referrer.__dict__ is namespace:
            return referrer
    return None


class _Whole:
    """Stands for the globals of a module that travels by value where they are held as a dict."""

    __slots__ = ("globals",)

    def __init__(self, globals: _Globals) -> None:
        self.globals = globals


class ValuePickler(Pickler):
    """Pickles one object. `exact` ones look at every object's identity, so that they recognise modules' namespaces."""

    by_value = True

    def __init__(
        self,
        protocol: int = 5,
        buffer_callback: Optional[Callable[[Any], Any]] = None,
        exact: bool = False,
        output: Optional[Pieces] = None,
    ) -> None:
        self.output = Pieces() if output is None else output
        _CPickler.__init__(self, self.output, protocol, buffer_callback=buffer_callback)
        self.keep: List[object] = []
        self.exact = exact
        self.needs = {}
        self.carried = {}
        self.globals_seen = {}
        self.table: Dict[int, object] = {}
        self.sets: List[Any] = []
        self._stand_ins: Dict[int, _Globals] = {}
        self._by_type = picklers._by_type()
        self._by_type.update(_OVERRIDES)
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if stream is not None:
                self._by_type[type(stream)] = _stream_reducer(self._by_type[type(stream)])
        if exact:
            self.table.update(identity.table())
            identity.fill(self.table, self.keep)
            picklers._enter_left(self.table, self.keep)
            for name in ("__main__", *hooks.by_value):
                namespace = sys.modules[name].__dict__
                self.table[id(namespace)] = _Whole(self.stand_in(namespace))
            self.persistent_id = identity.make_persistent_id(self.table, [], self.sets)  # type: ignore[method-assign]
        self.use_native_override()

    def refer(self, name: str) -> str:
        if name == "__main__" or name == "__mp_main__" or hooks.by_value and modules.is_by_value(name):
            return modules.CARRIED
        return modules.IMPORTED

    def stand_in(self, namespace: Dict[str, Any]) -> _Globals:
        found = self._stand_ins.get(id(namespace))
        if found is None:
            found = self._stand_ins[id(namespace)] = _Globals(namespace)
        return found

    def with_globals(self, function: Any, reduced: Tuple[Any, ...]) -> Any:
        """`reduced` with the globals that `function` uses, set after it exists because they may lead back to it."""
        code = function.__code__
        space = function.__globals__
        return self._with_used(code, space, function.__closure__, reduced)

    def _with_used(self, code: Any, space: Dict[str, Any], closure: Any, reduced: Tuple[Any, ...]) -> Any:
        variables = {name: space[name] for name in used.names(code) if name in space}
        submodules = used.submodules(code, [*variables.values(), *_contents(closure)])
        if not variables and not submodules:
            return reduced
        parts = tuple(reduced) + (None,) * (6 - len(reduced))
        state = (self.stand_in(space), variables, submodules, parts[2], parts[5])
        return (*parts[:2], state, None, None, values.set_with_globals)

    def reduce_module(self, module: ModuleType) -> Any:
        name = module.__dict__.get("__name__")
        if isinstance(name, str) and sys.modules.get(name) is module and not modules.is_by_value(name):
            if name == "builtins" and not self.exact:
                raise ReachedNamespace
            return objects.module, (name,)
        shell = self.stand_in(module.__dict__).shell or _Shell(module)
        left = modules.not_carried(module.__dict__)
        variables = {key: value for key, value in module.__dict__.items() if key not in left}
        return values.same, (shell,), variables, None, None, values.fill_module


def _contents(closure: Any) -> List[Any]:
    found = []
    for cell in closure or ():
        try:
            found.append(cell.cell_contents)
        except ValueError:
            continue
    return found


@register(_Globals)
def _reduce_globals(pickler: Any, stand_in: _Globals) -> Any:
    space = stand_in.namespace
    if stand_in.shell is not None:
        return vars, (stand_in.shell,)
    return values.new_globals, ({name: space[name] for name in _KEPT_OF_MODULE if name in space},)


@register(_Shell)
def _reduce_shell(pickler: Any, shell: _Shell) -> Any:
    return values.new_module, (shell.module.__dict__.get("__name__"),)


@register(_Whole)
def _reduce_whole(pickler: Any, whole: _Whole) -> Any:
    space = whole.globals.namespace
    left = modules.not_carried(space)
    variables = {name: value for name, value in space.items() if name not in left}
    return values.same, (whole.globals,), variables, None, None, values.update


def _reduce_spec(pickler: Any, spec: Any) -> Any:
    if not pickler.exact:
        raise ReachedNamespace
    return NotImplemented


def _reduce_generator(reduce: Callable[[Any, Any], Any], prefix: str) -> Callable[[Any, Any], Any]:
    def reducer(pickler: Any, generator: Any) -> Any:
        reduced = reduce(pickler, generator)
        space: Any = next((part for part in reduced[1] if type(part) is _Globals), None)
        if space is None:
            return reduced
        code = getattr(generator, prefix + "_code")
        original = reduced[1][0]
        return pickler._with_used(original or code, space.namespace, None, reduced)

    return reducer


def _stream_reducer(usual: Any) -> Callable[[Any, Any], Any]:
    def reducer(pickler: Any, stream: Any) -> Any:
        for name in ("stdin", "stdout", "stderr"):
            if getattr(sys, name, None) is stream:
                return objects.interpreter_own, ("sys." + name,)
        own = identity.name_of_stream(stream)
        if own is not None:
            return objects.interpreter_own, (own,)
        return NotImplemented if usual is None else usual(pickler, stream)

    return reducer


_OVERRIDES: Dict[type, Any] = {
    ModuleSpec: _reduce_spec,
    GeneratorType: _reduce_generator(generators.reduce_generator, "gi"),
    CoroutineType: _reduce_generator(generators.reduce_coroutine, "cr"),
    AsyncGeneratorType: _reduce_generator(generators.reduce_async_generator, "ag"),
}
