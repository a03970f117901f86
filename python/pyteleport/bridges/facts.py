"""Knows where the interpreters differ in what bridges look at: each difference has its name here, and no bridge asks for a version.

Must not know any bridge.
"""

from __future__ import annotations

import sys
from collections import defaultdict

_VERSION = sys.version_info[:2]

#: The lowest bit of `LOAD_ATTR` says that the attribute is called at once (3.12+); before, `LOAD_METHOD` was an instruction.
LOADS_METHODS_BY_BIT = _VERSION >= (3, 12)

#: Slots of `CALL_FUNCTION_EX` below its arguments: from 3.11 on NULL or an object goes with the callable.
SLOTS_BELOW_ARGUMENTS = 2 if _VERSION >= (3, 11) else 1

#: Bits of `COMPARE_OP`'s argument below the number of the comparison (Include/internal/pycore_opcode_utils.h).
COMPARISON_SHIFT = 5 if _VERSION >= (3, 13) else 4 if _VERSION >= (3, 12) else 0

#: When `__enter__` runs, the bound exit method has taken the manager's place (up to 3.11).
EXIT_IS_IN_PLACE = _VERSION <= (3, 11)

#: A classmethod binds what it wraps by that thing's own `__get__` (3.9 to 3.12).
CLASSMETHODS_CHAIN = _VERSION < (3, 13)

#: `close()` gives what the generator returns (3.13+).
CLOSE_GIVES_VALUE = _VERSION >= (3, 13)

#: An AttributeError is told what was looked for (3.10+).
ERRORS_ARE_TOLD = hasattr(AttributeError, "name")

#: Only a jump that is taken looks for signals (3.10, 3.11).
JUMPS_LOOK_FOR_SIGNALS = _VERSION in ((3, 10), (3, 11))

#: A frame that a signal interrupts names the instruction that it has completed (up to 3.9).
SIGNALS_COME_BEHIND = _VERSION < (3, 10)

#: A trace function is told of a line whenever its first instruction is executed, were it the one of the last event (up to 3.9).
LINES_ARE_TOLD_AGAIN = _VERSION < (3, 10)

#: `tuple(iterator)` puts the items into the tuple as they come (up to 3.13; `PySequence_Tuple`, Objects/abstract.c).
TUPLES_ARE_FILLED = _VERSION < (3, 14)

#: `list(iterable)` asks for a length before it asks for an iterator, and then once more (up to 3.9; `list___init___impl`, Objects/listobject.c).
LISTS_ASK_LENGTHS_FIRST = _VERSION < (3, 10)

#: A bound method that is called has its object in its own place on the stack meanwhile (up to 3.10; from 3.11 the loop takes it apart before).
METHODS_ARE_OVERWRITTEN = _VERSION < (3, 11)


class _Probe(defaultdict):  # type: ignore[type-arg]
    def __setitem__(self, key: object, value: object) -> None:
        pass


_probed = _Probe(int)
_probed[0]

#: A `defaultdict` enters what its factory has made as `setdefault` does, and does not ask `__setitem__` of a class of the program's (some
#: releases of 3.13, later ones all; `defdict_missing`, Modules/_collectionsmodule.c).
DEFAULTS_ARE_SET_DIRECTLY = bool(_probed)
