# axes: process
# hops: 3
# Both sides decline an order: the TypeError names both, and != of two that decline is their identity.
from hop import hop


class One:
    def __lt__(self, other):
        return hop(NotImplemented)

    def __ne__(self, other):
        return hop(NotImplemented)


class Two:
    def __gt__(self, other):
        return hop(NotImplemented)


one = One()
try:
    print(one < Two())
except TypeError as error:
    print(error)
print(one != 1)
