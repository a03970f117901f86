# axes: process
# hops: 3
# Conditions of assignment expressions.
from hop import hop


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return hop(self.value)


def work():
    if (one := Truth(True)) and not (two := Truth(False)):
        return one.value, two.value
    return "wrong"


print(work())
print((three := Truth(False)) or three.value)
