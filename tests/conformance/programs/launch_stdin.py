# launch: stdin
# axes: process ssh
# The program itself comes from standard input.
import sys

from hop import hop


def work(x):
    hop()
    return x + 1


print(work(1), sys.argv)
