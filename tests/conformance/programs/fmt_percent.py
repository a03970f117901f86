# refused: 3.8-3.10 6, 3.11-3.15 4
# axes: process
# hops: 6
# %-formatting: one value, several, by name, with width.
from hop import hop


class Shown:
    def __str__(self):
        return hop("str")

    def __repr__(self):
        return hop("repr")

    def __index__(self):
        return hop(10)

    def __float__(self):
        return hop(2.5)


def work(shown):
    return "one %s" % shown, "%5s|%-6r|" % (shown, shown), "%(k)s" % {"k": shown}


print(work(Shown()))
print("%x %.2f" % (Shown(), Shown()))
