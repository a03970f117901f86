# refused: 2
# axes: process
# hops: 6
# Builtin functions that ask for __index__: bin, hex, chr, range, float and bytes.
from hop import hop


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return hop(self.value)


print(bin(Index(5)), hex(Index(255)), chr(Index(97)))
print(list(range(Index(3))), float(Index(4)), bytes(Index(2)))
