"""Stands for the conformance programs' own `hop.py` when they are swept: it goes nowhere and says nothing."""

hops = 0


def report(what):
    pass


def hop(value=None):
    global hops
    hops += 1
    return value
