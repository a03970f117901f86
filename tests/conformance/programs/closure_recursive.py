# An inner function that refers to itself, and a chain of cells through three levels.
from hop import hop


def outer(a):
    def middle(b):
        def inner(c):
            nonlocal a
            a += 1
            hop()
            return a + b + c

        return inner(b + 1) + a

    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)

    return middle(a + 1), fact(5), a


print(outer(10))
