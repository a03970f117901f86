"""Knows stores and deletions, `with`, `import` and `raise`.

Must not know calls, nor how attributes are found.
"""

from __future__ import annotations

import sys
from types import ModuleType

from ..arrival.completions import StandIn
from ..arrival.completions.calls import Initialized
from ..arrival.completions.statements import ImportAgain, Imported, Managed
from . import classes
from .facts import EXIT_IS_IN_PLACE
from .site import (
    MISSING,
    Site,
    class_name,
    completed,
    is_a,
    lookup,
    method_runs,
    refuse_instruction,
    result,
    runs,
    special,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .site import Answer

_STORES = {
    "STORE_ATTR": ("__setattr__", "__set__"),
    "DELETE_ATTR": ("__delattr__", "__delete__"),
    "STORE_SUBSCR": ("__setitem__",),
    "DELETE_SUBSCR": ("__delitem__",),
    "STORE_SLICE": ("__setitem__",),
    "STORE_NAME": ("__setitem__",),
    "DELETE_NAME": ("__delitem__",),
}


def store(site: Site) -> Answer:
    """What the method returns is dropped."""
    owner: Any
    if site.mnemonic == "STORE_ATTR":
        owner = site.operand(1)
    elif site.mnemonic == "DELETE_ATTR":
        owner = site.operand(0)
    elif site.mnemonic in ("STORE_SUBSCR", "STORE_SLICE"):
        owner = site.operand(1)
    elif site.mnemonic == "DELETE_SUBSCR":
        owner = site.operand(0)
    else:
        owner = site.namespace
    for name in _STORES.get(site.mnemonic, ()):
        if method_runs(type(owner), name, site.inner):
            return result()
    if site.mnemonic in ("STORE_SUBSCR", "DELETE_SUBSCR") and type(owner) is list:
        values = site.values()
        if method_runs(type(values[-1]), "__index__", site.inner):
            place = len(values) - 1
            return completed(StandIn(values, place, "__index__", class_name(values[place])))
    if site.mnemonic in ("STORE_ATTR", "DELETE_ATTR"):
        name = site.code.co_names[site.argument]
        descriptor = lookup(type(owner), name)
        if descriptor is not MISSING:
            if is_a(descriptor, property):
                accessor = descriptor.fset if site.mnemonic == "STORE_ATTR" else descriptor.fdel
                if runs(accessor, site.inner):
                    return result()
            elif method_runs(type(descriptor), _STORES[site.mnemonic][1], site.inner):
                return result()
    refuse_instruction(site)


def enter(site: Site) -> Answer:
    asynchronous = "ASYNC" in site.mnemonic
    entering, leaving = ("__aenter__", "__aexit__") if asynchronous else ("__enter__", "__exit__")
    held = site.operand(0)
    if EXIT_IS_IN_PLACE:
        # The exit method is in the manager's place already.
        manager = (
            getattr(held, "__self__", None)
            if type(held).__name__ in ("method", "builtin_function_or_method")
            else None
        )
        leave = held
        if manager is None:
            refuse_instruction(site)
    else:
        manager = held
        leave = special(site, manager, leaving)
    if not method_runs(type(manager), entering, site.inner):
        refuse_instruction(site)
    return completed(Managed(entering, leaving, leave, class_name(manager)))


def leave(site: Site) -> Answer:
    manager = site.first_argument()
    if manager is not MISSING and method_runs(type(manager), "__exit__", site.inner):
        return result()
    if site.mnemonic == "WITH_EXCEPT_START" and site.inner.co_name in ("__exit__", "__aexit__"):
        return result()
    refuse_instruction(site)


def importing(site: Site) -> Answer:
    """The module is there when the inner frames have ended: the statement finds it."""
    if site.is_importing:
        return completed(ImportAgain(site.values()))
    builtins = site.globals.get("__builtins__")
    found = (builtins if is_a(builtins, dict) else vars(builtins)).get("__import__")
    if found is not None and runs(found, site.inner):
        return result()
    refuse_instruction(site)


def import_from(site: Site) -> Answer:
    module = site.operand(0)
    if not is_a(module, ModuleType):
        refuse_instruction(site)
    variables = vars(module)
    found = variables.get("__getattr__")
    if found is None or not runs(found, site.inner):
        refuse_instruction(site)
    name = site.code.co_names[site.argument]
    qualified = "%s.%s" % (variables.get("__name__"), name)
    if qualified in sys.modules:
        refuse_instruction(site)
    return completed(Imported(name, variables.get("__name__"), variables.get("__file__")))


def raising(site: Site) -> Answer:
    values = site.values()
    if values and is_a(values[0], type):
        made = classes.initialized(site, values[0])
        if made is not MISSING:
            return completed(Initialized(made, values[1:]))
    refuse_instruction(site)
