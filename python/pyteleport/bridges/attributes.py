"""Knows how attributes and names are found, set and deleted, and by which Python code.

Must not know instructions beyond their names' index.
"""

from __future__ import annotations

from functools import partial
from types import FunctionType, ModuleType

from ..arrival.completions import Constant
from ..arrival.completions.statements import Fallback, Named
from .facts import CLASSMETHODS_CHAIN, ERRORS_ARE_TOLD, LOADS_METHODS_BY_BIT
from .site import (
    MISSING,
    Site,
    completed,
    dict_of,
    is_a,
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
        return loaded(site, _super(site), name)
    owner = site.operand(0)
    return loaded(site, owner, name, not _is_method(site) or _looks_up_itself(type(owner)))


def _super(site: Site) -> Any:
    """What `LOAD_SUPER_ATTR` looks into."""
    if site.operands and any(site.operands):
        function, kind, owner = site.values()
        if function is super:
            return super(kind, owner)
    elif not site.argument & _TWO_ARGUMENTS and site.frame is not None:
        # It has dropped its operands (3.14+), which are what `super()` takes from its function.
        variables = site.frame.f_locals
        kind, owner = variables.get("__class__"), variables.get(site.code.co_varnames[0])
        if is_a(kind, type) and site.first_argument() is owner and _has(kind, owner):
            return super(kind, owner)
    refuse_instruction(site)


def _has(kind: type, owner: Any) -> bool:
    """Whether `super(kind, owner)` is possible."""
    return kind in mro_of(type(owner)) or is_a(owner, type) and kind in mro_of(owner)


#: `super(kind, owner)`, and not `super()` (3.12+, Python/codegen.c).
_TWO_ARGUMENTS = 2


def _is_method(site: Site) -> bool:
    """Whether what is looked up is called at once (`_PyObject_GetMethod`, Objects/object.c)."""
    return site.mnemonic == "LOAD_METHOD" or LOADS_METHODS_BY_BIT and site.argument & 1 == 1


def _looks_up_itself(kind: type) -> bool:
    """Whether instances of `kind` have attributes looked up in another way than `object` does."""
    if issubclass(kind, (type, ModuleType, super)) or lookup(kind, "__getattr__") is not MISSING:
        return True
    return lookup(kind, "__getattribute__") is not object.__getattribute__


def _name(site: Site) -> str:
    shift = 0
    if site.mnemonic == "LOAD_ATTR" and LOADS_METHODS_BY_BIT:
        shift = 1
    elif site.mnemonic == "LOAD_SUPER_ATTR":
        shift = 2
    name: str = site.code.co_names[site.argument >> shift]
    return name


def loaded(site: Site, owner: Any, name: Any, is_told: bool = True) -> Answer:
    """`owner.name`. `is_told`: whether an AttributeError is told what was looked for, as it is from 3.10 on."""
    after, asked = None, owner
    if type(owner) is super:
        after, owner = _super_class(owner), _super_self(owner)
    if not finds(site, owner, name, after):
        refuse_instruction(site)
    then = fallback(site, owner, name) if after is None else None
    context = (asked, name) if is_told and ERRORS_ARE_TOLD else None
    return result() if then is None and context is None else completed(Fallback(then, context))


_super_class = super.__dict__["__thisclass__"].__get__
_super_self = super.__dict__["__self__"].__get__


def finds(site: Site, owner: Any, name: Any, after: Optional[type] = None) -> bool:
    """Whether the inner frame is what looking up the attribute runs."""
    kind = type(owner)
    for special in ("__getattribute__", "__getattr__"):
        if method_runs(kind, special, site.inner):
            return True
    if is_a(owner, ModuleType):
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
    if is_a(descriptor, property):
        return descriptor.fget is not None and runs(descriptor.fget, code)
    if is_a(descriptor, classmethod) and CLASSMETHODS_CHAIN:
        return is_a(descriptor.__func__, property) and runs(descriptor.__func__.fget, code)
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
        or is_a(descriptor, property)
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
    if not is_a(builtins, dict):
        builtins = vars(builtins)
    if name in site.globals:
        return completed(Named(site.globals[name]))
    if name in builtins:
        return completed(Named(builtins[name]))
    refuse_instruction(site)
