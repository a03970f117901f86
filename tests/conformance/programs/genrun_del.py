# refused: 3
# axes: process
# hops: 3
# A suspended generator whose last reference goes: its finally hops in the middle of another instruction.
import os
import sys

from hop import hop


def generate(name):
    try:
        yield name
    finally:
        started.append(name)
        if started.count(name) > 1:
            os._exit(3)  # never go on for ever from process to process
        log.append((hop(name), repr(sys.exc_info()[0])))


def work():
    one, two = generate("one"), generate("two")
    next(one), next(two)
    del one
    log.append("between")
    two = "overwritten"
    for name in generate("broken off"):
        break
    log.append(two)
    return name


log, started = [], []
print(work(), log)
