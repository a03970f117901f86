"""Knows how objects and classes are made: `type.__call__` around `__new__` and `__init__`, and the statement `class`.

Must not know other calls.
"""

from __future__ import annotations

from ..arrival.completions import Constant
from ..arrival.completions.calls import Built, Created, Initialized, Subclassed
from .site import (
    MISSING,
    Site,
    completed,
    dict_of,
    is_a,
    lookup,
    method_runs,
    mro_of,
    refuse_native,
    result,
    runs,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    from .site import Answer

_type_call = type.__dict__["__call__"]


def instantiate(site: Site, kind: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """A class is called."""
    metaclass = type(kind)
    call = lookup(metaclass, "__call__")
    if call is not _type_call:
        if runs(call, site.inner):
            return result()
        refuse_native(kind.__name__)
    return made_by_type(site, kind, arguments, keywords)


def made_by_type(site: Site, kind: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`type.__call__`: `__new__`, then `__init__` of what that made."""
    made = initialized(site, kind)
    if made is not MISSING:
        return completed(Initialized(made))
    if method_runs(kind, "__new__", site.inner):
        return completed(Created(kind, arguments, keywords))
    if issubclass(kind, type) and lookup(kind, "__init__") is type.__init__:
        named = named_attribute(site, keywords)
        if named is not None:
            return completed(named)
        if lookup(kind, "__init__") is type.__init__:
            named = named_attribute(site, keywords)
            if named is not None:
                return completed(named)
            made = finished_class(site)
            if made is not MISSING:
                return completed(Constant(made))
    refuse_native(kind.__name__)


def initialized(site: Site, kind: Any) -> Any:
    """The object whose `__init__` is the inner frame; `MISSING` where it is not, or where that can't be told."""
    if not method_runs(kind, "__init__", site.inner):
        return MISSING
    made = site.first_argument()
    if made is MISSING or kind not in mro_of(type(made)):
        return MISSING
    return made


def finished_class(site: Site) -> Any:
    """The class that `type.__new__` gives when the inner frame has ended, which is its `__init_subclass__`: the last thing that
    it calls. `MISSING` where it is something else."""
    made = site.first_argument()
    if not is_a(made, type) or site.inner.co_name != "__init_subclass__":
        return MISSING
    for base in mro_of(made)[1:]:
        found = dict_of(base).get("__init_subclass__")
        if found is not None:
            return made if runs(found, site.inner) else MISSING
    return MISSING


def named_attribute(site: Site, keywords: Dict[str, Any]) -> Optional[Subclassed]:
    """What `type.__new__` has still to do while `__set_name__` of an attribute runs; None where it is something else."""
    if site.inner.co_name != "__set_name__" or len(site.arguments) < 3 or not all(site.arguments[:3]):
        return None
    attribute, made, name = (argument[0] for argument in site.arguments[:3])
    if not is_a(made, type) or not method_runs(type(attribute), "__set_name__", site.inner):
        return None
    variables = list(dict_of(made).items())
    names = [key for key, _ in variables]
    if dict_of(made).get(name, MISSING) is not attribute:
        return None
    return Subclassed(made, variables[names.index(name) + 1 :], keywords)


def build(site: Site, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`__build_class__(body, name, *bases, **keywords)`."""
    body, name, bases = arguments[0], arguments[1], tuple(arguments[2:])
    if body.__code__ is site.inner:
        resolved = _resolved(bases)
        if resolved is None or site.inner_namespace is None:
            refuse_native("__build_class__")
        metaclass, rest = _metaclass(resolved, keywords)
        written = bases if resolved != bases else None
        return completed(Built(metaclass, name, resolved, site.inner_namespace, rest, written))
    metaclass = keywords.get("metaclass")
    if metaclass is None and bases and is_a(bases[0], type):
        metaclass = type(bases[0])
    if metaclass in (None, type):
        rest = {key: value for key, value in keywords.items() if key != "metaclass"}
        named = named_attribute(site, rest)
        if named is not None:
            return completed(named)
        made = finished_class(site)
        if made is not MISSING:
            return completed(Constant(made))
    if metaclass is not None and lookup(type(metaclass), "__call__") is _type_call:
        made = initialized(site, metaclass)
        if made is not MISSING:
            return completed(Constant(made))
        given = _new_arguments(site, metaclass)
        if given is not None and method_runs(metaclass, "__new__", site.inner):
            rest = {key: value for key, value in keywords.items() if key != "metaclass"}
            return completed(Created(metaclass, given, rest))
    if metaclass is not None and (
        runs(metaclass, site.inner) or runs(lookup(type(metaclass), "__call__"), site.inner)
    ):
        return result()
    refuse_native("__build_class__")


def _new_arguments(site: Site, metaclass: Any) -> Optional[List[Any]]:
    """The name, bases and namespace that `__new__` of a metaclass was given."""
    if len(site.arguments) < 4 or not all(site.arguments[:4]) or site.arguments[0][0] is not metaclass:
        return None
    return [argument[0] for argument in site.arguments[1:4]]


def _resolved(bases: Tuple[Any, ...]) -> Optional[Tuple[Any, ...]]:
    """The bases with what stands for others replaced; None where that would run the program's code."""
    found: List[Any] = []
    for base in bases:
        if issubclass(type(base), type):
            found.append(base)
        elif type(base).__module__ in ("typing", "types"):
            found.extend(base.__mro_entries__(bases))
        else:
            return None
    return tuple(found)


def _metaclass(bases: Any, keywords: Dict[str, Any]) -> Any:
    rest = dict(keywords)
    metaclass = rest.pop("metaclass", None)
    if metaclass is None:
        metaclass = type(bases[0]) if bases else type
    if is_a(metaclass, type):
        for base in bases:
            kind = type(base)
            if issubclass(kind, metaclass):
                metaclass = kind
    return metaclass, rest
