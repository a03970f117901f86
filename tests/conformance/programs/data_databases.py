# sqlite3 connections: in memory with their content, of a file by its path.
import os
import sqlite3

from hop import AXIS, hop


def work():
    memory = sqlite3.connect(":memory:", isolation_level=None)
    memory.executescript("CREATE TABLE t(a, b); INSERT INTO t VALUES (1, 'x'), (2, NULL), (3, x'00ff');")
    memory.row_factory = sqlite3.Row
    row = memory.execute("SELECT * FROM t").fetchone()
    if AXIS != "ssh":
        path = os.path.abspath("numbers.db")
        disk = sqlite3.connect(path)
        disk.execute("CREATE TABLE n(i)")
        disk.execute("INSERT INTO n VALUES (7)")
        disk.commit()
    else:
        disk = None
    hop()
    print([tuple(one) for one in memory.execute("SELECT * FROM t")], row["b"], row.keys(), memory.isolation_level)
    print(AXIS == "ssh" or [tuple(one) for one in disk.execute("SELECT * FROM n")] == [(7,)])


work()
