# axes: process dump
# hops: 2
# Compressed files, members of archives and memory maps, in the middle.
import bz2
import gzip
import lzma
import mmap
import zipfile

from hop import hop

DATA = bytes(range(256)) * 400


def work():
    # Files that say nothing of when they were made.
    for file in gzip.GzipFile("a.gz", "wb", mtime=0), bz2.open("a.bz2", "wb"), lzma.open("a.xz", "wb"):
        with file:
            file.write(DATA)
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("member"), DATA)
    readers = [gzip.open("a.gz"), bz2.open("a.bz2"), lzma.open("a.xz"), gzip.open("a.gz", "rt", encoding="latin-1")]
    archive = zipfile.ZipFile("a.zip")
    readers.append(archive.open("member"))
    with open("plain", "wb") as file:
        file.write(DATA)
    with open("plain", "r+b") as file:
        mapped = mmap.mmap(file.fileno(), 0)
    mapped.seek(1000)
    anonymous = mmap.mmap(-1, 50)
    anonymous.write(b"hello")
    writer = gzip.GzipFile("written.gz", "wb", mtime=0)
    writer.write(DATA)
    for reader in readers:
        reader.read(5000)
    hop()
    for reader in readers:
        part = reader.read(100)
        print(type(reader).__name__, part == DATA[5000:5100] or part == DATA[5000:5100].decode("latin-1"))
    mapped[0:3] = b"new"
    print(mapped.read(3) == DATA[1000:1003], anonymous[:6], anonymous.tell())
    writer.write(b"more")
    hop()
    writer.write(b"end")
    writer.close()
    with gzip.open("written.gz") as file:
        print(file.read() == DATA + b"moreend")
    print(archive.namelist(), mapped[0:3], [reader.read(3) == DATA[5100:5103] for reader in readers if reader.mode != "r" or True][0])
    with open("plain", "rb") as file:
        print(file.read(3))


work()
