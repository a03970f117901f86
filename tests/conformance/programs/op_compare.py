# axes: process
# hops: 6
# Each comparison once; what the methods return need not be a bool.
from hop import hop


class N:
    def __lt__(self, other):
        return hop("lt")

    def __le__(self, other):
        return hop("le")

    def __eq__(self, other):
        return hop("eq")

    def __ne__(self, other):
        return hop("ne")

    def __gt__(self, other):
        return hop("gt")

    def __ge__(self, other):
        return hop("ge")


def work(a, b):
    print(a < b, a <= b, a == b)
    return a != b, a > b, a >= b


print(work(N(), 1))
