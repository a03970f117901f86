# 900 frames wait for each other.
import sys

from hop import hop

sys.setrecursionlimit(5000)


def down(n, trail):
    if n == 0:
        hop()
        return 0
    below = down(n - 1, (n, trail if n % 100 else None))
    return below + n


print(down(900, None))
