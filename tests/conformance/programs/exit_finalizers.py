# What is still there when the program ends is finalised then: objects, suspended generators, what is reached from a cycle.
from hop import hop


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalised", sorted(name for name in globals() if name in ("plain", "kept")))


def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("finalised", sorted(name for name in globals() if name in ("plain", "kept")))


def delegating():
    yield from numbers("inner")


plain = Thing("plain")
kept = [Thing("in a cycle")]
kept.append(kept)
suspended, delegated = numbers("outer"), delegating()
next(suspended), next(delegated)
hop()
after = Thing("made after the hop")
print("end")
