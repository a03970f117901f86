# axes: process
# hops: 6
# In-place operators of what has no in-place method, or one that gives NotImplemented.
from hop import hop


class Plain:
    def __add__(self, other):
        return hop("add %s" % (other,))


class Right:
    def __radd__(self, other):
        return hop("radd %s" % (other,))


class Declines:
    def __iadd__(self, other):
        print("declined")
        return hop(NotImplemented)

    def __add__(self, other):
        return hop("then add %s" % (other,))

    def __isub__(self, other):
        return hop(NotImplemented)


def work():
    a, b, c, d = Plain(), 7, Declines(), Declines()
    a += 1
    b += Right()
    c += 2
    print(a, "|", b, "|", c)
    try:
        d -= 1
    except TypeError as error:
        print(error)
    return type(d).__name__


print(work())
pair = (1, 2)
pair += Right()
print(pair)
