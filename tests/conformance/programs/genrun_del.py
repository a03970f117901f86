# hops: 3
# A suspended generator whose last reference goes: its finally hops in the middle of another instruction.
import sys

from hop import hop


def generate(name):
    try:
        yield name
    finally:
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


log = []
print(work(), log)
