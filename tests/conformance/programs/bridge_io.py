# refused: 4
# axes: process
# hops: 5
# input() from a stream of the program's own, open() with an opener, print() that flushes, vars() of a property.
import io
import os
import sys

from hop import hop


class Stream:
    def readline(self):
        return hop("a line\n")


class Output(io.StringIO):
    def flush(self):
        hop()


class Thing:
    @property
    def __dict__(self):
        return hop({"shown": 1})


def opener(path, flags):
    return os.open(hop("/dev/null"), flags)


kept = sys.stdin
sys.stdin = Stream()
line = input()
sys.stdin = kept
print(line)
with open("no such file", opener=opener) as file:
    print(file.name, file.read() == "")
output = Output()
print("text", file=output, flush=True)
print(output.getvalue(), vars(Thing()))
hop()
