# axes: process
# hops: 6
# Conditions with several objects, in the middle of a try, a with and a loop.
import contextlib

from hop import hop


class Truth:
    def __init__(self, *values):
        self.values = list(values)

    def __bool__(self):
        return hop(self.values.pop(0))


def work(a, b):
    out = []
    for i in range(2):
        with contextlib.suppress(KeyError):
            try:
                if a and b or not a:
                    out.append((i, "one"))
                else:
                    out.append((i, "two"))
                    raise KeyError(i)
            finally:
                out.append("finally")
            out.append("after")
    return out, a.values, b.values


print(work(Truth(True, True, False), Truth(True, False)))
out = [x for x in (Truth(False),) if not x and not None]
print(len(out))
