"""Knows connections of sqlite3 at rest: one in memory travels with its content, one of a file by its path.

Must not know what is in a database beyond what would be lost with it.
"""

from __future__ import annotations

import gc
import os

from ..arrival import databases
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

_CLOSE = "close the database connection before the hop, and open it anew after it"
_SETTINGS = ("isolation_level", "row_factory", "text_factory", "autocommit")


def connection(pickler: Any, found: Any) -> Any:
    import sqlite3

    try:
        listed = found.execute("PRAGMA database_list").fetchall()
    except sqlite3.ProgrammingError:
        return databases.closed, (type(found),)
    listed = [tuple(row) for row in listed]
    if found.in_transaction:
        raise Refusal("it is in a transaction", "commit before the hop")
    if any(name not in ("main", "temp") for _, name, _ in listed):
        raise Refusal("it has attached databases", "detach them before the hop")
    if any(name == "temp" for _, name, _ in listed):
        if found.execute("SELECT 1 FROM sqlite_temp_master LIMIT 1").fetchone():
            raise Refusal("it has temporary tables", "drop them before the hop")
    _refuse_own_functions(found, sqlite3)
    path = next(path for _, name, path in listed if name == "main")
    settings: Dict[str, Any] = {name: getattr(found, name) for name in _SETTINGS if hasattr(found, name)}
    if path:
        if not os.path.exists(path):
            raise Refusal("its file %r has been deleted" % path, _CLOSE)
        _claim(pickler, path)
        return databases.of_file, (type(found), path), settings, None, None, databases.fill
    return databases.in_memory, (type(found), databases.content(found)), settings, None, None, databases.fill


def _claim(pickler: Any, path: str) -> None:
    """What SQLite has open for a database is its own: over there it opens that itself."""
    if pickler.by_value:
        return
    names = {os.path.realpath(path) + ending for ending in ("", "-wal", "-shm", "-journal")}
    for entry in os.listdir("/proc/self/fd"):
        try:
            if os.readlink("/proc/self/fd/" + entry) in names:
                pickler.descriptors.setdefault(int(entry), False)
        except OSError:
            continue


def _refuse_own_functions(found: Any, sqlite3: Any) -> None:
    """Functions and collations of the program's are not in the database, and can't be asked for by any call."""
    plain = sqlite3.connect(":memory:")
    try:
        for question, what in (
            ("PRAGMA function_list", "functions"),
            ("PRAGMA collation_list", "collations"),
        ):
            mine = {str(tuple(row)[0 if what == "functions" else 1]) for row in found.execute(question)}
            usual = {str(tuple(row)[0 if what == "functions" else 1]) for row in plain.execute(question)}
            if mine - usual:
                raise Refusal("it has %s of its own: %s" % (what, ", ".join(sorted(mine - usual))), _CLOSE)
    finally:
        plain.close()


def cursor(pickler: Any, found: Any) -> Any:
    import sqlite3

    statement = getattr(sqlite3, "Statement", None)
    for held in gc.get_referents(found):
        kind = type(held)
        if kind is statement or kind.__name__ == "Statement":
            raise Refusal("it has rows that were not fetched", "fetch them before the hop")
    if found.description is not None and not any(
        one is found.connection for one in gc.get_referents(found)
    ):  # what it holds can't be seen in this version
        raise Refusal("it may have rows that were not fetched", "close it before the hop")
    return databases.cursor, (type(found), found.connection, found.arraysize, found.row_factory)


def row(pickler: Any, found: Any) -> Any:
    return databases.row, (tuple(found.keys()), tuple(found))
