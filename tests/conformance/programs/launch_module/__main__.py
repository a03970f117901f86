"""Started with -m: the main module has a package and a spec."""

import sys

from hop import hop

from .state import values


def work():
    values.append("near")
    hop()
    values.append("far")
    return values


print(work(), __package__, __spec__.name, sys.modules["__main__"].values is values)
