# hops: 2
# Recursion and mutual recursion, hopping at the bottom.
from hop import hop


def fact(n):
    if n == 0:
        return hop(1)
    return n * fact(n - 1)


def is_even(n):
    return hop(True) if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


print(fact(20), is_even(10))
