# hops: 2
# Output that waits in buffers appears once and in order.
import sys

from hop import hop

out = sys.stdout
print("first", end="")
out.write(", second")
hop()
out.write(", third\n")
out.buffer.flush() if hop(False) else None
print("last", file=out, flush=True)
print("error", file=sys.stderr)
print(out is sys.stdout, sys.stdout.fileno())
