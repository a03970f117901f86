# axes: process ssh
# hops: 12
# stdin: nothing of this is read
# The program's own readers of standard input go on where they are, with what they have read ahead.
import codecs
import io
import os
import sys

from hop import hop


def feed(count):
    read, write = os.pipe()
    os.write(write, b"".join(b"line %d \xc3\xa4\r\n" % number for number in range(count)))
    os.close(write)
    os.dup2(read, 0)
    os.close(read)


class Slow(io.RawIOBase):
    """Gives a few bytes at a time, and can't be told to go back."""

    def __init__(self):
        self.left = bytearray(b"one\ntwo\nthree\nfour\nfive\n")

    def readable(self):
        return True

    def readinto(self, memory):
        count = min(len(memory), 7, len(self.left))
        memory[:count] = self.left[:count]
        del self.left[:count]
        return count


makers = {
    "text": lambda: open(0, closefd=False),
    "bytes": lambda: open(0, "rb", closefd=False),
    "as it is": lambda: io.TextIOWrapper(open(0, "rb", closefd=False), "utf-8", newline=""),
    "wide": lambda: io.BufferedReader(io.FileIO(0, closefd=False), 1 << 16),
    "unbuffered": lambda: io.FileIO(0, closefd=False),
    "copy": lambda: os.fdopen(os.dup(0)),
    "by path": lambda: open("/dev/stdin"),
    "around": lambda: io.TextIOWrapper(sys.stdin.buffer, "utf-8"),
    "codecs": lambda: codecs.getreader("utf-8")(sys.stdin.buffer),
    "detached": lambda: io.TextIOWrapper(sys.stdin.detach(), "utf-8"),
    "own": lambda: io.BufferedReader(Slow(), 16),
    "text of own": lambda: io.TextIOWrapper(io.BufferedReader(Slow(), 16)),
}
for name, make in makers.items():
    feed(1200)
    file = make()
    lines = [file.readline(), file.readline(), file.read(3)]
    hop()
    rest = [file.readline(), file.readline(), file.read()]
    print(name, lines, rest[:2], len(rest[2]), rest[2][-9:])
    if name == "around":
        file.detach()
