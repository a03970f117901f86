# refused: 1
# axes: process
# hops: 5
# Operators of subclasses of builtins, which call the builtin's own method too.
from hop import hop


class Text(str):
    def __mod__(self, args):
        return hop(super().__mod__(args)) + "!"

    def __add__(self, other):
        hop()
        return Text(super().__add__(other))


class Numbers(list):
    def __iadd__(self, other):
        hop()
        return super().__iadd__(other)

    def __mul__(self, times):
        return Numbers(hop(super().__mul__(times)))


class Bits(set):
    def __or__(self, other):
        return Bits(hop(self) - {1}) | {5} if 1 in self else super().__or__(other)


print(Text("a %s") % "b", Text("x") + "y")
numbers = same = Numbers([1])
numbers += [2]
print(numbers, numbers is same, numbers * 2)
print(sorted(Bits({1, 2}) | {9}))
