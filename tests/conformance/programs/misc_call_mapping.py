# refused: 3.8 6, 3.9-3.15 3
# axes: process
# hops: 6
# Calls with ** of mappings, and * of sequences, of the program's own.
from hop import hop


class Mapping:
    def __init__(self, **items):
        self.items = items

    def keys(self):
        return hop(list(self.items))

    def __getitem__(self, key):
        return hop(self.items[key])


class Sequence:
    def __getitem__(self, index):
        return hop("ab"[index]) if index == 1 else "ab"[index]


def take(*args, **kwargs):
    return args, sorted(kwargs.items())


def work():
    return take(1, *Sequence(), k=2, **Mapping(z=3)), take(**Mapping(y=4), w=5)


print(work())
try:
    take(z=1, **Mapping(z=3))
except TypeError as error:
    print(str(error).split(".")[-1])
