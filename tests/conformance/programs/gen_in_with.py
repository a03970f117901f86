# A generator suspended in a with block and a for loop, with things on its value stack.
from hop import hop


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        return self.log

    def __exit__(self, kind, value, tb):
        self.log.append(kind.__name__ if kind else "exit")


def lines(log):
    for prefix in ("a", "b"):
        with Guard(log) as seen:
            for i in range(2):
                seen.append([prefix, i, (yield prefix + str(i)), len(seen)])


log = []
first, second = lines(log), lines([])
print(next(first), first.send("one"), next(second))
hop()
print(first.send("two"), log)
first.close()
print(log, list(second))
