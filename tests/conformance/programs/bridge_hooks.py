# refused: 2
# axes: process
# hops: 2
# breakpoint() and its hook; a stream of the program's own in place of stdout.
import sys

from hop import hop


def hook(*args, **kwargs):
    return hop((args, kwargs))


sys.breakpointhook = hook
print(breakpoint(1, k=2))


class Stream:
    def __init__(self, inner):
        self.inner = inner

    def write(self, text):
        if text == "second":
            hop()
        return self.inner.write("[%s]" % text.replace("\n", "\\n"))

    def flush(self):
        self.inner.flush()


sys.stdout = Stream(sys.stdout)
print("first", "second", sep="-")
sys.stdout = sys.stdout.inner
print("\nend")
