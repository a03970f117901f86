# hops: 2
# Copies of standard streams are copies of the streams that the program has over there.
import os
import sys

from hop import hop

saved, errors = os.dup(1), os.dup(2)
os.dup2(saved, 40)
print("before", flush=True)
hop()
os.write(saved, b"by the copy\n")
os.write(40, b"by another\n")
os.write(errors, b"to the errors\n")
silent = os.open(os.devnull, os.O_WRONLY)
os.dup2(silent, 1)
print("unheard", flush=True)
os.dup2(saved, 1)
print("heard", os.isatty(saved), saved, errors, flush=True)
hop()
os.write(saved, b"the end\n")
