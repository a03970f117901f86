# axes: process
# hops: 6
# The condition of comprehensions and of a generator expression, on both outcomes.
from hop import hop


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return hop(self.value > 1)


class Sized(Truth):
    def __len__(self):
        return hop(self.value - 1)

    def __bool__(self):
        return len(self) != 0


truths = [Truth(1), Truth(2)]
print([t.value for t in truths if t], {t.value: t for t in truths if not t}.keys())
for value in (s.value for s in [Sized(1), Sized(3)] if s):
    print(value)
