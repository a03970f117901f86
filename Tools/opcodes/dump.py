"""Print this interpreter's instruction set as JSON; run by `generate` with each interpreter, from stdin.

Knows where CPython keeps the facts in each release; must not know what they are used for.
"""

import importlib.util
import json
import opcode
import sys

VERSION = sys.version_info[:2]

# Never in `code.co_code`: the interpreter puts these into its own copy of the code while it runs.
INTERNAL = {"ENTER_EXECUTOR", "TRACE_RECORD", "RESERVED", "DO_TRACING"}
BACKWARD = {"JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT"}


def cache_units(name, number):
    entries = getattr(opcode, "_inline_cache_entries", None)  # a list until 3.12, a dict since 3.13
    if entries is None:
        return 0
    return entries.get(name, 0) if hasattr(entries, "get") else entries[number]


def has_argument(number):
    if VERSION >= (3, 12):
        return number in opcode.hasarg
    return number >= opcode.HAVE_ARGUMENT


def jump_kind(name, number):
    if number in opcode.hasjabs:
        return "absolute"
    if number not in opcode.hasjrel:
        return "none"
    if (
        name == "END_ASYNC_FOR"
    ):  # 3.14+: the distance back to SEND, for monitoring; execution goes straight on
        return "backwardMark"
    if name in BACKWARD or (VERSION == (3, 11) and "BACKWARD" in name):
        return "relativeBackward"
    return "relativeForward"


rows = {}
for name, number in opcode.opmap.items():
    if number > 255 or name in INTERNAL or name.startswith("INSTRUMENTED_"):
        continue
    rows[number] = {
        "name": name,
        "caches": cache_units(name, number),
        "argument": has_argument(number),
        "jump": jump_kind(name, number),
    }

json.dump(
    {
        "version": list(sys.version_info[:3]),
        "magic": int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little"),
        "rows": rows,
    },
    sys.stdout,
)
