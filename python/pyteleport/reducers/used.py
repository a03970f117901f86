"""Knows which global variables, and which submodules of packages, a code object uses.

Must not know picklers: it answers from the code alone.
"""

from __future__ import annotations

import sys
from opcode import EXTENDED_ARG, HAVE_ARGUMENT, opmap
from types import CodeType, ModuleType
from weakref import WeakKeyDictionary

from .facts import LOADS_GLOBALS_BY_BIT
from .modules import is_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, List, Tuple

_BY_NAME = frozenset(
    opmap[name]
    for name in (
        "LOAD_GLOBAL",
        "STORE_GLOBAL",
        "DELETE_GLOBAL",
        "LOAD_NAME",
        "LOAD_FROM_DICT_OR_GLOBALS",
    )
    if name in opmap
)
#: `LOAD_GLOBAL` keeps in its lowest bit whether a NULL is pushed (3.11+, Python/bytecodes.c).
_SHIFTED = opmap["LOAD_GLOBAL"] if LOADS_GLOBALS_BY_BIT else -1
_known: WeakKeyDictionary[CodeType, Tuple[str, ...]] = WeakKeyDictionary()


def names(code: CodeType) -> Tuple[str, ...]:
    """The global names that `code` and the code within it read, write or delete, in the order of their first use."""
    found = _known.get(code)
    if found is None:
        found = _known[code] = tuple(_walk(code))
    return found


def _walk(code: CodeType) -> Dict[str, None]:
    found: Dict[str, None] = {}
    words = code.co_code
    high = 0
    for place in range(0, len(words), 2):
        operation, argument = words[place], words[place + 1] | high
        if operation == EXTENDED_ARG:
            high = argument << 8
            continue
        high = 0
        if operation in _BY_NAME and operation >= HAVE_ARGUMENT - 1:
            index = argument >> 1 if operation == _SHIFTED else argument
            if index < len(code.co_names):
                found[code.co_names[index]] = None
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found.update(dict.fromkeys(names(constant)))
    return found


def submodules(code: CodeType, reached: Iterable[Any]) -> List[ModuleType]:
    """Imported submodules of the packages in `reached` that `code` can name: `package.sub` is an attribute to it."""
    found: List[ModuleType] = []
    for package in reached:
        if not is_module(package) or not getattr(package, "__package__", None):
            continue
        prefix = package.__name__ + "."
        for name, module in list(sys.modules.items()):
            if (
                name.startswith(prefix)
                and module is not None
                and set(name[len(prefix) :].split(".")) <= set(code.co_names)
            ):
                found.append(module)
    return found
