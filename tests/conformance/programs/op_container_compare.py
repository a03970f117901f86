# refused: 5
# axes: process
# hops: 5
# Comparisons of containers that ask their items: lists, tuples, dicts.
from hop import hop


class N:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return hop(self.n == other.n)

    def __lt__(self, other):
        return hop(self.n < other.n)


print([N(1)] == [N(1)], (0, N(1)) < (0, N(2)))
print({"k": N(1)} == {"k": N(2)}, [N(3)] != [N(4)])
