# hops: 3
# A half-formatted string.
from hop import hop

name, width = "tele", 10
print(f"<{name!r}:{hop(3):>{width}}|{name}>")
print(f"{name}{hop('x')}" + "%s-%s" % (name, hop(1.5)))
