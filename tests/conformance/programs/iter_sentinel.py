# refused: 4
# axes: process
# hops: 4
# iter(callable, sentinel) in a for loop: a hop in the callable, and where it ends.
from hop import hop

numbers = iter(range(10))


def number():
    n = next(numbers)
    return hop(n) if n in (1, 3) else n


def work():
    out = []
    for n in iter(number, 3):
        out.append(n)
    return out, next(numbers)


class Equal:
    def __eq__(self, other):
        return hop(other == 6)


print(work())
for n in iter(number, Equal()):
    print(n)
