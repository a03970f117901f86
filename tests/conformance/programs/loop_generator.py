# hops: 3
# for over a generator, which is suspended while the body hops.
from hop import hop


def numbers(limit):
    seen = []
    for n in range(limit):
        seen.append(n)
        yield n, list(seen)
    yield "last", seen


for n, seen in numbers(3):
    if n != 1:
        hop()
    print(n, seen)
