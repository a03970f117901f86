# axes: process
# hops: 4
# Comparisons that functools.total_ordering derives from one that hops.
import functools

from hop import hop


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return hop(self.parts < other.parts)


a, b = Version(1, 2), Version(1, 3)
print(a < b, a > b, a <= b, a >= b)
