"""Knows what is told from other objects by its identity alone: sentinels, and strings of modules, where the objects that hold these travel.

Must not know anything else of those objects.
"""

from __future__ import annotations

import gc

from ..arrival import objects, rebuild
from .functions import is_importable
from .pickler import register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class _Constant:
    def __init__(self, module: str, name: str) -> None:
        self.arguments = (module, name)


@register(_Constant)
def _reduce_constant(pickler: Any, constant: _Constant) -> Any:
    pickler.refer(constant.arguments[0])
    return objects.constant, constant.arguments


_SUPPRESS = _Constant("argparse", "SUPPRESS")


def argparse(pickler: Any, thing: Any) -> Any:
    from argparse import SUPPRESS

    own = {name: _SUPPRESS if value is SUPPRESS else value for name, value in vars(thing).items()}
    defaults = own.get("_defaults")
    if type(defaults) is dict and any(value is SUPPRESS for value in defaults.values()):
        own["_defaults"] = {
            name: _SUPPRESS if value is SUPPRESS else value for name, value in defaults.items()
        }
    return (
        rebuild.bare_of,
        (type(thing), rebuild.static_base(type(thing))),
        own,
        None,
        None,
        rebuild.set_descriptor,
    )


def builtin(pickler: Any, sentinel: Any) -> Any:
    """One of the type `sentinel` (3.15+), which is nothing but its identity: that of an imported module is found there by its name."""
    module, name = sentinel.__module__, sentinel.__name__
    if is_importable(pickler, sentinel, module, name):
        return NotImplemented
    text = [held for held in gc.get_referents(sentinel) if held is not module and held is not name]
    return rebuild.sentinel, (name, module, *text)
