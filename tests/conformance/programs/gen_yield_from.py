# yield from, two levels deep, and over a list; values sent after the hop reach the innermost.
from hop import hop


def inner(log):
    try:
        while True:
            log.append((yield "inner %d" % len(log)))
            if log[-1] == "stop":
                return "inner result"
    finally:
        log.append("inner done")


def middle(log):
    result = yield from inner(log)
    yield "middle " + result
    return "middle result"


def outer(log):
    result = yield from middle(log)
    yield result
    yield from ["a", "b", "c"]
    return "end"


log = []
first, second = outer(log), outer([])
print(next(first), first.send(1), next(second))
listed = outer(["stop"])
next(listed), listed.send("stop"), next(listed), next(listed)
hop()
print(first.gi_yieldfrom.gi_code.co_name, first.gi_yieldfrom.gi_yieldfrom.gi_code.co_name)
print(first.send(2), first.send("stop"), list(first), log)
print(list(listed))
second.close()
