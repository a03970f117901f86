"""A package of the program's own."""

from .part import Part

parts = []


def make(name):
    parts.append(Part(name))
    return parts[-1]
