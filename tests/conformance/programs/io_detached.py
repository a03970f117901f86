# axes: process ssh
# hops: 2
# A standard stream that was detached from its buffer, or closed, stays so.
import io
import sys

from hop import hop

sys.stdin.close()
sys.stdout = io.TextIOWrapper(sys.stdout.detach(), "latin-1")
hop()
for stream in (sys.__stdout__, sys.__stderr__):
    try:
        stream.write("written\n")
    except ValueError as error:
        print(error)
hop()
print(sys.stdin.closed, sys.__stdin__.closed)
print(sys.stdout.encoding, sys.__stdout__ is sys.stdout)
