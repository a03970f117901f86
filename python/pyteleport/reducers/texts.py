"""Knows the C objects of `struct`, `csv` and `json`.

Must not know files: what a reader reads from is an object of its own.
"""

from __future__ import annotations

import gc

from ..arrival import texts
from .fields import MISSING, fields
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Tuple

_DIALECT = (
    "delimiter",
    "doublequote",
    "escapechar",
    "lineterminator",
    "quotechar",
    "quoting",
    "skipinitialspace",
    "strict",
)


def struct(pickler: Any, thing: Any) -> Any:
    return texts.struct, (thing.format,)


def unpack_iterator(pickler: Any, iterator: Any) -> Any:
    left = iterator.__length_hint__()
    held = [one for one in gc.get_referents(iterator) if not issubclass(type(one), type)]
    if not left or len(held) < 2:
        return iter, ((),)
    layout, buffer = held[0], held[1]
    return texts.unpack_iterator, (layout, buffer, memoryview(buffer).nbytes // layout.size - left)


def csv_dialect(pickler: Any, dialect: Any) -> Any:
    return texts.dialect, ({name: getattr(dialect, name) for name in _DIALECT},)


def csv_reader(pickler: Any, reader: Any) -> Any:
    lines = next(one for one in gc.get_referents(reader) if hasattr(one, "__next__"))
    return texts.reader, (lines, reader.dialect, reader.line_num)


def csv_writer(pickler: Any, writer: Any) -> Any:
    for held in gc.get_referents(writer):
        owner = getattr(held, "__self__", None)
        if callable(held) and owner is not None and getattr(held, "__name__", "") == "write":
            return texts.writer, (owner, writer.dialect)
    raise Refusal("what this csv.writer writes to can't be found", "make it anew after the hop")


def json_scanner(pickler: Any, scanner: Any) -> Any:
    names: Tuple[str, ...] = (
        "strict",
        "object_hook",
        "object_pairs_hook",
        "parse_float",
        "parse_int",
        "parse_constant",
    )
    if hasattr(scanner, "array_hook"):
        names += ("array_hook",)
    return texts.json_scanner, ({name: getattr(scanner, name) for name in names},)


def format_parts(pickler: Any, iterator: Any) -> Any:
    # `formatteriterobject` of Objects/stringlib/unicode_format.h: the string, then what is left of it: string, start, end.
    _, text, start, end = fields(iterator, "OOnn")
    return texts.format_parts, ("" if text is MISSING else text[start:end],)


def field_names(pickler: Any, iterator: Any) -> Any:
    # `fieldnameiterobject` there: the string, then what it goes through: string, start, end, and the place in that.
    _, text, _, end, index = fields(iterator, "OOnnn")
    return texts.field_names, ("" if text is MISSING else text[index:end],)
