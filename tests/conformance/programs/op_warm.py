# axes: process
# hops: 5
# Operators that the interpreter has specialised for their operands before the one that hops.
from hop import hop


class N:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        if other == 199:
            hop()
        return self.value + other

    def __lt__(self, other):
        if other == 199:
            hop()
        return self.value < other

    def __contains__(self, other):
        if other == 199:
            hop()
        return other > 100

    def __neg__(self):
        self.value -= 1
        if self.value == -199:
            hop()
        return self.value

    def __bool__(self):
        self.value += 1
        if self.value == 0:
            hop()
        return self.value < 0


def work(n):
    added = compared = contained = 0
    for i in range(200):
        added += n + i
        if n < i:
            compared += 1
        if i in n:
            contained += 1
    return added, compared, contained


n = N(1)
print(work(n))
n = N(0)
print(sum([-n for i in range(200)]))
while n:
    pass
print(n.value)
