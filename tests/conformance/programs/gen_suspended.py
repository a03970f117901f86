# Generators suspended at yield, unstarted and exhausted.
from hop import hop


def numbers(n):
    for i in range(n):
        got = yield i
        if got:
            yield "got %s" % got
    return "returned"


part, fresh, done = numbers(4), numbers(2), numbers(1)
next(part), next(part)
list(done)
hop()
print(part.send("x"), list(part), list(fresh), list(done))
