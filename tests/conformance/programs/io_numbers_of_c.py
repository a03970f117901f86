# axes: process dump
# hops: 2
# What memory maps and databases have open is opened by themselves again, and not a second time.
import mmap
import os
import sqlite3

from hop import hop

with open("data.bin", "wb") as made:
    made.write(bytes(range(256)) * 16)
plain = os.open("data.bin", os.O_RDWR)
mapped = mmap.mmap(plain, 0)
connection = sqlite3.connect("data.db")
connection.execute("CREATE TABLE t (a)")
connection.commit()


def count():
    return len([one for one in range(3, 100) if is_open(one)])


def is_open(number):
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


before = count()
hop()
mapped[0] = 7
print(count() - before, os.pread(plain, 2, 0), connection.execute("SELECT count(*) FROM t").fetchall())
hop()
print(count() - before, os.pread(plain, 2, 0), mapped[:2])
