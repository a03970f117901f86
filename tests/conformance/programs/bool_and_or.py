# axes: process
# hops: 6
# and, or: the operands themselves are the value, whatever their truth.
from hop import hop


class Truth:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        return hop(self.value)

    def __repr__(self):
        return self.name


yes, no = Truth("yes", True), Truth("no", False)


def work(a, b):
    return [a and b, a or b]


print(work(yes, no), work(no, yes))
print(no or yes and 5)
