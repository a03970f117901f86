"""Knows how attributes and names are found, set and deleted, and by which Python code.

Must not know instructions beyond their names' index.
"""

from __future__ import annotations

from functools import partial
from types import FunctionType, ModuleType

from ..arrival.completions import Constant, Fallback, Named
from .site import (
    MISSING,
    VERSION,
    Site,
    completed,
    dict_of,
    lookup,
    method_runs,
    mro_of,
    refuse_instruction,
    refuse_native,
    result,
    runs,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator, Optional

    from .site import Answer


def load(site: Site) -> Answer:
    name = _name(site)
    if site.is_direct:
        return (
            result()
        )  # what the loop enters by itself has no fallback (analyze_descriptor, Python/specialize.c)
    if site.mnemonic == "LOAD_SUPER_ATTR":
        function, kind, owner = site.values()
        if function is not super:
            refuse_instruction(site)
        return loaded(site, owner, name, kind)
    return loaded(site, site.operand(0), name, None)


def _name(site: Site) -> str:
    shift = 0
    if site.mnemonic == "LOAD_ATTR" and VERSION >= (3, 12):
        shift = 1
    elif site.mnemonic == "LOAD_SUPER_ATTR":
        shift = 2
    name: str = site.code.co_names[site.argument >> shift]
    return name


def loaded(site: Site, owner: Any, name: Any, after: Optional[type]) -> Answer:
    """`owner.name`; `after` is the class that a `super()` begins behind."""
    if type(owner) is super:
        after, owner = _super_class(owner), _super_self(owner)
    if not finds(site, owner, name, after):
        refuse_instruction(site)
    then = fallback(site, owner, name) if after is None else None
    return result() if then is None else completed(Fallback(then))


_super_class = super.__dict__["__thisclass__"].__get__
_super_self = super.__dict__["__self__"].__get__


def finds(site: Site, owner: Any, name: Any, after: Optional[type] = None) -> bool:
    """Whether the inner frame is what looking up the attribute runs."""
    kind = type(owner)
    for special in ("__getattribute__", "__getattr__"):
        if method_runs(kind, special, site.inner):
            return True
    if isinstance(owner, ModuleType):
        found = vars(owner).get("__getattr__")
        if found is not None and runs(found, site.inner):
            return True
    return any(_gives(descriptor, site.inner) for descriptor in _candidates(owner, name, after))


def _candidates(owner: Any, name: Any, after: Optional[type]) -> Iterator[Any]:
    orders = [mro_of(type(owner))]
    if issubclass(type(owner), type):
        orders.append(mro_of(owner))
    for order in orders:
        if after is not None and after in order:
            order = order[order.index(after) + 1 :]
        for base in order:
            found = dict_of(base).get(name, MISSING)
            if found is not MISSING:
                yield found
                break


def _gives(descriptor: Any, code: Any) -> bool:
    if isinstance(descriptor, property):
        return descriptor.fget is not None and runs(descriptor.fget, code)
    if isinstance(descriptor, classmethod) and VERSION < (3, 13):
        return isinstance(descriptor.__func__, property) and runs(descriptor.__func__.fget, code)
    return method_runs(type(descriptor), "__get__", code)


def fallback(site: Site, owner: Any, name: Any) -> Optional[Callable[[], Any]]:
    """What is asked when the inner frame raises AttributeError: `__getattr__`, unless that is what runs."""
    found = lookup(type(owner), "__getattr__")
    if type(found) is not FunctionType or found.__code__ is site.inner:
        return None
    return partial(found, owner, name)


def changed(site: Site, owner: Any, name: Any, method: str) -> Answer:
    """`setattr`, `delattr`, `object.__setattr__` and `object.__delattr__`: what the inner frame returns is dropped."""
    descriptor = lookup(type(owner), name)
    accessor = "fset" if method == "__setattr__" else "fdel"
    special = "__set__" if method == "__setattr__" else "__delete__"
    is_its = (
        method_runs(type(owner), method, site.inner)
        or isinstance(descriptor, property)
        and runs(getattr(descriptor, accessor), site.inner)
        or descriptor is not MISSING
        and method_runs(type(descriptor), special, site.inner)
    )
    if not is_its:
        refuse_native("setattr" if method == "__setattr__" else "delattr")
    return completed(Constant(None))


def load_name(site: Site) -> Answer:
    """A name in a namespace that is no dict; its `__getitem__` or `__missing__` gives the value, or KeyError."""
    namespace = site.namespace
    if namespace is None:
        namespace = site.globals
    kind = type(namespace)
    if kind is dict or not (
        method_runs(kind, "__getitem__", site.inner) or method_runs(kind, "__missing__", site.inner)
    ):
        refuse_instruction(site)
    name = site.code.co_names[site.argument] if site.mnemonic == "LOAD_NAME" else None
    if name is None:
        refuse_instruction(site)
    builtins = site.globals.get("__builtins__")
    if not isinstance(builtins, dict):
        builtins = vars(builtins)
    if name in site.globals:
        return completed(Named(site.globals[name]))
    if name in builtins:
        return completed(Named(builtins[name]))
    refuse_instruction(site)
