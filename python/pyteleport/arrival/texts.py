"""Knows how the C objects of `struct`, `csv` and `json` are made in the state that they were in.

Must not know how that was read; standard library only, every version.
"""

from __future__ import annotations

from itertools import chain, islice, repeat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict


def struct(form: Any) -> Any:
    from struct import Struct

    return Struct(form)


def unpack_iterator(layout: Any, buffer: Any, passed: int) -> Any:
    made = layout.iter_unpack(buffer)
    next(islice(made, passed, passed), None)
    return made


def dialect(options: Dict[str, Any]) -> Any:
    import _csv

    return _csv.Dialect(**options)  # type: ignore[call-arg,unused-ignore]


def reader(lines: Any, dialect: Any, count: int) -> Any:
    """A csv reader that has read `count` lines already: it is given as many empty ones first."""
    import csv

    if not count:
        return csv.reader(lines, dialect)
    made = csv.reader(chain(repeat("", count), lines), dialect)
    for _ in range(count):
        next(made)
    return made


def writer(file: Any, dialect: Any) -> Any:
    import csv

    return csv.writer(file, dialect)


def json_scanner(options: Dict[str, Any]) -> Any:
    from json.scanner import c_make_scanner  # type: ignore[attr-defined]
    from types import SimpleNamespace

    options.setdefault("memo", {})
    return c_make_scanner(SimpleNamespace(**options))


def format_parts(rest: str) -> Any:
    from _string import formatter_parser  # type: ignore[import-not-found]

    return formatter_parser(rest)


def field_names(rest: str) -> Any:
    from _string import formatter_field_name_split

    return formatter_field_name_split("0" + rest)[1]
