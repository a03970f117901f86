# hops: 3
# Three hops at three depths, each with other frames around it.
from hop import hop


def one(x):
    return two(x) + hop(1)


def two(x):
    y = three(x)
    hop()
    return y * 2


def three(x):
    try:
        return hop(x)
    finally:
        x = None


print(one(5))
