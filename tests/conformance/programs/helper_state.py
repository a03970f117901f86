# program: no
"""A module of the program's own, with state."""

counter = 0
items = []


class Kept:
    instances = []

    def __init__(self, name):
        self.name = name
        self.instances.append(self)


def bump():
    global counter
    counter += 1
    return counter


def call(function):
    before = counter
    function()
    return before, counter, globals() is __import__("sys").modules[__name__].__dict__
