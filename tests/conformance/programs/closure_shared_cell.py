# hops: 2
# Two closures and the frame share one variable, and each rebinds it.
from hop import hop


def counter():
    count = 0

    def up(by):
        nonlocal count
        count += by
        return count

    def read():
        return count

    up(1)
    hop()
    up(10)
    count += 100
    return up, read, count


up, read, count = counter()
hop()
up(1000)
print(count, read(), up.__closure__[0] is read.__closure__[0])
