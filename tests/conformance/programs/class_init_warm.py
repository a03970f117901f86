# axes: process
# hops: 4
# Instantiations that are specialised before the hop: positional, keyword, subclass, in a comprehension.
from hop import hop


class Plain:
    def __init__(self, n, other=0):
        if n == 199:
            hop()
        self.n, self.other = n, other


class Derived(Plain):
    def __init__(self, n):
        super().__init__(n, 1)


def work():
    total = 0
    for i in range(201):
        total += Plain(i).n
    for i in range(201):
        total += Plain(i, other=i).other
    made = None
    for i in range(201):
        made = Derived(i)
    return total, made.n, made.other


print(work())
print(sum([Plain(i, 2).other for i in range(201)]))
