# program: no
"""A module that hops while it is imported."""

from hop import hop

before = ["before"]


class Made:
    def __init__(self, name):
        self.name = name


made = Made("one")
hop()
after = before + [made.name]


def function():
    return after, globals() is vars(__import__("sys").modules[__name__])
