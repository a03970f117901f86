"""Knows strings of modules that are told from others by identity, where the objects that hold them travel.

Must not know anything else of those objects.
"""

from __future__ import annotations

from ..arrival import objects, rebuild
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
