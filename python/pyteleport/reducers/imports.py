"""Knows what the import system keeps about a module: its spec and its loader, which are the module's own over there too.

Must not know which modules travel: that is `modules`.
"""

from __future__ import annotations

import sys

from ..arrival import objects
from . import modules
from .fields import fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def spec(pickler: Any, spec: Any) -> Any:
    reduced = _of_module(pickler, spec.name, "__spec__", spec)
    importing = {name: spec.__dict__[name] for name in _WHILE_IMPORTING if spec.__dict__.get(name)}
    return (*reduced, importing) if importing and reduced is not NotImplemented else reduced


#: What a spec has only while its module's body runs, or that of one in its package (`_load_unlocked`; the second from 3.11).
_WHILE_IMPORTING = ("_initializing", "_uninitialized_submodules")


def loader(pickler: Any, loader: Any) -> Any:
    return _of_module(pickler, getattr(loader, "name", None), "__loader__", loader)


def _of_module(pickler: Any, name: Any, variable: str, thing: Any) -> Any:
    """`thing` as what the module `name` has there, if it is that and the far side makes it."""
    if pickler.by_value:
        return NotImplemented
    for owner in (name, "__main__"):
        module = sys.modules.get(owner)
        if modules.is_module(module) and module.__dict__.get(variable) is thing:
            if pickler.refer(owner) == modules.CARRIED and modules.has_own_loader(module.__dict__):
                break
            return objects.constant, (owner, variable)
    return NotImplemented


def lazy(pickler: Any, found: Any) -> Any:
    """A `lazy` import that nothing has used yet (3.15+).

    `PyLazyImportObject` (Include/internal/pycore_lazyimportobject.h) has `lz_builtins`, `lz_from`, `lz_attr`. What IMPORT_NAME makes holds
    the module's name and, of `from`, the names that follow it; what IMPORT_FROM makes of that, the object itself and one name.
    """
    attribute = None
    inner = found
    while True:
        _, home, names = fields(inner, "OOO")
        if type(home) is not type(found):
            break
        inner, attribute = home, names if attribute is None else attribute
    if type(home) is not str:  # used since
        home, attribute, names = str(found)[len("<lazy_import '") : -2], "", None
    if type(names) is not tuple:
        return objects.lazy_import, ("lazy import %s%s" % (home, "" if attribute is None else " as found"),)
    statement = "lazy from %s import %s as found" % (home, attribute or names[0])
    return objects.lazy_import, (statement, attribute is None)
