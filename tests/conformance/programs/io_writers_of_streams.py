# hops: 3
# The program's own writers over the standard streams, and over copies of these, write on over there.
import io
import os
import sys

from hop import hop

saved = os.fdopen(os.dup(1), "w")
raw = os.fdopen(os.dup(1), "wb", 0)
errors = open(2, "w", closefd=False)
print("before", file=saved, flush=True)
sys.stdout = io.TextIOWrapper(sys.stdout.detach(), "utf-8", newline="\r\n")
print("written, not flushed \xe4")
hop()
print("to the end")
sys.stdout.flush()
raw.write(b"by the raw file\n")
print("by the copy", file=saved)
print("error", file=errors)
saved.flush()
hop()
print("again", sys.stdout.newlines, sys.stdout.encoding, file=sys.stdout, flush=True)
print("again", file=saved, flush=True)
sys.stdout.flush()
saved.close()
hop()
print("the end", saved.closed, raw.fileno())
