# hops: 3
# A hop in a with body; leaving it normally, by return and by an exception.
from hop import hop


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, kind, value, tb):
        self.log.append(kind.__name__ if kind else "exit")
        return False


def normal(log):
    with Guard(log) as guard:
        hop()
        log.append(guard.log is log)
    log.append("after")


def returning(log):
    with Guard(log):
        return hop("value")


def raising(log):
    with Guard(log):
        hop()
        raise KeyError("k")


log = []
normal(log)
print(log, returning(log))
try:
    raising(log)
except KeyError as error:
    print(log, error)
