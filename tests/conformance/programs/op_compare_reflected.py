# refused: 2
# axes: process
# hops: 6
# Comparisons that are declined: the reflected method, the subclass first, identity at last, TypeError for an order.
from hop import hop


class Declines:
    def __eq__(self, other):
        print("eq of", type(self).__name__)
        return hop(NotImplemented)

    def __lt__(self, other):
        return NotImplemented


class Answers:
    def __gt__(self, other):
        return hop("gt of Answers")

    def __eq__(self, other):
        return "eq of Answers"


class Sub(Answers):
    def __eq__(self, other):
        return hop("eq of Sub")


d = Declines()
print([d < Answers(), 0])
print([d == Answers(), 0])
print(Answers() == Sub())
print(d == 5)
print(d == d)
