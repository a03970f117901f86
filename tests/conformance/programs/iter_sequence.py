# axes: process
# hops: 4
# The old protocol: __getitem__ until IndexError or StopIteration, in a for loop and by iter().
from hop import hop


class Sequence:
    def __init__(self, *values):
        self.values = values

    def __getitem__(self, index):
        if index == len(self.values):
            hop()
        if index == 1:
            hop()
        return self.values[index]


def work(sequence):
    out = []
    for value in sequence:
        out.append(value)
    return out


print(work(Sequence("a", "b", "c")))
iterator = iter(Sequence("x", "y"))
for value in iterator:
    print(value)
print(next(iterator, "end"))
