"""Knows what code writes into: attributes, and items of containers, by the names that lead there from a variable.

Must not know modules or values: it answers from code objects alone.
"""

from __future__ import annotations

import types
from opcode import EXTENDED_ARG, opmap
from types import CodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, List, Optional, Tuple

    #: Where a chain begins ("global", "local" or "" for what is no variable), the names of the chain, what is done there.
    Store = Tuple[str, Tuple[str, ...], str]
    #: A variable, the module that an import gives it, the name that is taken from there or "", and what the import names.
    Binding = Tuple[str, str, str, str]
    Instructions = List[Tuple[int, int]]

__all__ = ["SET", "DELETE", "AMEND", "instructions", "scan"]

SET, DELETE, AMEND = "set", "delete", "amend"


def _codes(*names: str) -> Any:
    return frozenset(opmap[name] for name in names if name in opmap)


_STORE, _DELETE = opmap["STORE_ATTR"], opmap["DELETE_ATTR"]
_ITEM = _codes("STORE_SUBSCR", "DELETE_SUBSCR")
_FAST = _codes("LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_BORROW")
_PAIR = _codes("LOAD_FAST_LOAD_FAST", "LOAD_FAST_BORROW_LOAD_FAST_BORROW", "STORE_FAST_LOAD_FAST")
_CELL = _codes("LOAD_DEREF", "LOAD_CLASSDEREF")
_GLOBAL, _NAME = opmap["LOAD_GLOBAL"], _codes("LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS")
_ATTRIBUTE = _codes("LOAD_ATTR", "LOAD_METHOD")
_SWAP, _COPY = _codes("ROT_TWO", "SWAP"), _codes("DUP_TOP", "COPY")
_TURN, _COPY_TWO = _codes("ROT_THREE", "SWAP"), opmap.get("DUP_TOP_TWO", -1)
_CONSTANT = opmap["LOAD_CONST"]
_SINGLE = (
    _FAST | _NAME | _CELL | _codes("LOAD_CONST", "LOAD_SMALL_INT", "LOAD_GLOBAL", "LOAD_COMMON_CONSTANT")
)
_IMPORT, _FROM = opmap["IMPORT_NAME"], opmap["IMPORT_FROM"]
_KEEP = _codes("STORE_NAME", "STORE_GLOBAL")
_KEEP_FAST, _KEEP_CELL = _codes("STORE_FAST"), _codes("STORE_DEREF")
# What stands below the name in an argument, told by what came to the interpreter with it.
_IMPORT_SHIFT = 2 if hasattr(types, "LazyImportType") else 0  # whether it is lazy
_GLOBAL_SHIFT = int("PUSH_NULL" in opmap)  # whether a NULL is pushed
_ATTRIBUTE_SHIFT = int("LOAD_SUPER_ATTR" in opmap)  # whether it is a method

#: Variables, cells and free variables share one array, in which an argument that is a cell has one place (3.11+).
_HAS_LOCALS_PLUS = hasattr(CodeType, "co_exceptiontable")

#: Methods of list, dict and set that change it.
_CHANGING = frozenset(
    "append extend insert remove pop clear sort reverse update setdefault popitem add discard".split()
)
#: Who is given a name as a string to set or delete it.
_BY_STRING = {"setattr": SET, "delattr": DELETE, "__setattr__": SET, "patch": SET, "__dict__": SET}
#: What methods call what they are called on: no module.
_SELF = frozenset(("self", "cls"))


def instructions(code: CodeType) -> Instructions:
    """The operations of `code` with their arguments, in order, without caches and prefixes."""
    words, high = code.co_code, 0
    found = []
    for place in range(0, len(words), 2):
        operation = words[place]
        if operation == EXTENDED_ARG:
            high = (words[place + 1] | high) << 8
        elif operation:  # 0 is a cache, which no version before 3.11 has
            found.append((operation, words[place + 1] | high))
            high = 0
    return found


def scan(codes: Iterable[CodeType]) -> Tuple[Tuple[Store, ...], Tuple[Binding, ...]]:
    """What `codes` and the codes within them write into, and what their imports give their variables."""
    stores: Dict[Store, None] = {}
    bindings: Dict[Binding, None] = {}
    waiting = list(codes)
    while waiting:
        code = waiting.pop()
        waiting += [constant for constant in code.co_consts if isinstance(constant, CodeType)]
        if _is_worth_it(code):
            _Reader(code).read(stores, bindings)
    return tuple(stores), tuple(bindings)


def _is_worth_it(code: CodeType) -> bool:
    """Whether `code` imports, or writes into more than `self`. Most code does not, and is not decoded."""
    words, names = code.co_code, code.co_names
    operations = words[::2]
    if _IMPORT in operations or _DELETE in operations:
        return True
    if any(one in operations for one in _ITEM) or not _CHANGING.isdisjoint(names):
        return len(names) > 0
    if any(name in _BY_STRING for name in names):
        return True
    place = operations.find(_STORE)
    while place >= 0:
        before = place - 1
        while before > 0 and operations[before] == EXTENDED_ARG:
            before -= 1
        if operations[before] not in _FAST or words[2 * before + 1] or code.co_varnames[:1] != ("self",):
            return True
        place = operations.find(_STORE, place + 1)
    return False


class _Reader:
    """One code object, read backward from each instruction that writes."""

    def __init__(self, code: CodeType) -> None:
        self.code = code
        self.steps = instructions(code)
        self.names, self.constants = code.co_names, code.co_consts
        own = code.co_cellvars + code.co_freevars
        if _HAS_LOCALS_PLUS:
            self.fast: Tuple[str, ...] = code.co_varnames + tuple(
                name for name in own if name not in code.co_varnames
            )
            self.cells = self.fast
        else:
            self.fast, self.cells = code.co_varnames, own

    def read(self, stores: Dict[Store, None], bindings: Dict[Binding, None]) -> None:
        by_string = [_BY_STRING[name] for name in self.names if name in _BY_STRING]
        for place, (operation, argument) in enumerate(self.steps):
            found: Optional[Store] = None
            if operation == _STORE or operation == _DELETE:
                name = self.names[argument]
                act = SET if operation == _STORE else DELETE
                found = self.reached(self.original(place, name), (name,), act)
            elif operation in _ITEM:
                found = self.reached(self.container(place), (), AMEND)
            elif operation in _ATTRIBUTE and self.attribute(operation, argument) in _CHANGING:
                found = self.reached(place - 1, (), AMEND)
            elif operation == _CONSTANT and by_string and type(self.constants[argument]) is str:
                self.string(place, self.constants[argument], by_string, stores)
            elif operation == _IMPORT:
                self.bind(place, self.names[argument >> _IMPORT_SHIFT], bindings)
            if found is not None and (found[2] != AMEND or len(found[1]) > 1):
                stores[found] = None

    def string(self, place: int, text: str, acts: List[str], stores: Dict[Store, None]) -> None:
        """A string that may be an attribute's name, after what has it or with that before its last dot."""
        owner, _, name = text.rpartition(".")
        if not name.isidentifier():
            return
        found = self.reached(place - 1, (name,), acts[0])
        if owner and all(map(str.isidentifier, owner.split("."))):
            found = "module", (*text.rpartition(".")[::2],), acts[0]
        for act in acts:
            if found is not None and found[0]:
                stores[found[0], found[1], act] = None

    def original(self, place: int, name: str) -> int:
        """Where the object was loaded that an instruction writes into: just before, or before its old value was."""
        before = place - 1
        if before >= 0 and self.steps[before][0] in _SWAP:
            for one in range(before - 1, 0, -1):
                operation, argument = self.steps[one]
                if (
                    operation in _ATTRIBUTE
                    and self.attribute(operation, argument) == name
                    and self.steps[one - 1][0] in _COPY
                ):
                    return one - 2
            return -1
        return before

    def container(self, place: int) -> int:
        """Where the object was loaded that an item of is written by the instruction at `place`, under a simple key."""
        key = place - 1
        if self.steps[key][0] in _TURN:  # `x[key] += 1`: both were copied
            for one in range(key - 1, 0, -1):
                if (
                    self.steps[one][0] == _COPY_TWO
                    or self.steps[one - 1][0] in _COPY
                    and self.steps[one][0] in _COPY
                ):
                    key = one - 1 if self.steps[one][0] == _COPY_TWO else one - 2
                    break
        return key - 1 if key > 0 and self.steps[key][0] in _SINGLE else -1

    def reached(self, place: int, names: Tuple[str, ...], act: str) -> Optional[Store]:
        """What the instruction at `place` has pushed, as a variable and the attributes that lead from it; None for `self`."""
        while 0 <= place < len(self.steps):
            operation, argument = self.steps[place]
            if operation in _ATTRIBUTE:
                names = (self.attribute(operation, argument), *names)
                place -= 1
                continue
            if operation == _GLOBAL:
                return "global", (self.names[argument >> _GLOBAL_SHIFT], *names), act
            if operation in _NAME:
                return "global", (self.names[argument], *names), act
            if operation in _FAST or operation in _PAIR:
                name = self.fast[argument & 15 if operation in _PAIR else argument]
            elif operation in _CELL:
                name = self.cells[argument]
            else:
                break
            return None if name in _SELF else ("local", (name, *names), act)
        return "", names, act

    def attribute(self, operation: int, argument: int) -> str:
        shift = _ATTRIBUTE_SHIFT if operation == opmap["LOAD_ATTR"] else 0
        return self.names[argument >> shift]

    def bind(self, place: int, module: str, bindings: Dict[Binding, None]) -> None:
        level = self.steps[place - 2] if place >= 2 else (0, 0)
        is_absolute = level[0] != _CONSTANT or not self.constants[level[1]]
        if level[0] == opmap.get("LOAD_SMALL_INT", -1):
            is_absolute = not level[1]
        if not is_absolute:
            return
        names = self.steps[place - 1]
        is_from = names[0] == _CONSTANT and type(self.constants[names[1]]) is tuple
        taken = ""
        bindings["", module, "", module] = None
        for operation, argument in self.steps[place + 1 :]:
            if operation == _FROM:
                taken = self.names[argument]
                continue
            variable = None
            if operation in _KEEP:
                variable = self.names[argument]
            elif operation in _KEEP_FAST:
                variable = self.fast[argument]
            elif operation in _KEEP_CELL:
                variable = self.cells[argument]
            elif operation not in _SWAP and operation != opmap["POP_TOP"]:
                break
            if variable is not None:
                where = module if taken else module.partition(".")[0]
                bindings[variable, where, taken if is_from else "", module] = None
                if not is_from:
                    break
