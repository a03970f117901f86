"""Knows how connections of sqlite3 are opened again, and how their content is written down.

Must not know what may travel; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple


def content(connection: Any) -> bytes:
    """A database in memory, as the file that it would be."""
    import os
    import sqlite3
    import tempfile

    if not connection.execute("PRAGMA page_count").fetchone()[0]:
        return b""
    if hasattr(connection, "serialize"):
        return bytes(connection.serialize())
    descriptor, path = tempfile.mkstemp(prefix="pyteleport-")
    os.close(descriptor)
    try:
        copy = sqlite3.connect(path)
        connection.backup(copy)
        copy.close()
        with open(path, "rb") as file:
            return file.read()
    finally:
        os.unlink(path)


def in_memory(kind: Any, data: bytes) -> Any:
    import os
    import sqlite3
    import tempfile

    made = kind(":memory:")
    if not data:
        return made
    if hasattr(made, "deserialize"):
        made.deserialize(data)
        return made
    descriptor, path = tempfile.mkstemp(prefix="pyteleport-")
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
        copy = sqlite3.connect(path)
        copy.backup(made)
        copy.close()
    finally:
        os.unlink(path)
    return made


def of_file(kind: Any, path: str) -> Any:
    import os

    if not os.path.exists(path):
        raise FileNotFoundError("the database %r is not there" % path)
    return kind(path)


def fill(made: Any, settings: Dict[str, Any]) -> None:
    for name, value in settings.items():
        if getattr(made, name) is not value and getattr(made, name) != value:
            setattr(made, name, value)


def closed(kind: Any) -> Any:
    made = kind(":memory:")
    made.close()
    return made


def cursor(kind: Any, connection: Any, size: int, factory: Any) -> Any:
    made = connection.cursor(kind)
    made.arraysize, made.row_factory = size, factory
    return made


def row(names: Tuple[str, ...], values: Tuple[Any, ...]) -> Any:
    import sqlite3

    columns = ", ".join('NULL AS "%s"' % name.replace('"', '""') for name in names)
    asking = sqlite3.connect(":memory:").execute("SELECT " + columns)
    return sqlite3.Row(asking, values)
