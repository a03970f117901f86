# hops: 2
# The program's own finders and hooks of the import system, and the order of the search path.
import os
import sys
from importlib.machinery import ModuleSpec

from hop import hop


class Loader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.value = module.__name__.upper()


class Finder:
    def __init__(self, start):
        self.start = start

    def find_spec(self, name, path=None, target=None):
        return ModuleSpec(name, Loader()) if name.startswith(self.start) else None


class Entry:
    """Finds modules below one entry of the search path."""

    def __init__(self, path):
        if not path.startswith("made:"):
            raise ImportError
        self.start = path[5:]

    find_spec = Finder.find_spec


first, last = Finder("first_"), Finder("last_")
sys.meta_path.insert(0, first)
sys.meta_path.append(last)
sys.path_hooks.insert(0, Entry)
sys.path.insert(0, "/nowhere/first")
sys.path.append("made:hooked_")
import hooked_a


def show(letter):
    for name in ("first_", "last_", "hooked_"):
        print(__import__(name + letter).value)
    print(sys.meta_path.index(first), sys.meta_path[-1] is last, sys.path_hooks[0] is Entry)
    print(type(sys.path_importer_cache["made:hooked_"]).__name__, hooked_a.value)
    places = [sys.path.index(entry) for entry in ("/nowhere/first", os.path.dirname(os.__file__), "made:hooked_")]
    print(places == sorted(places))


show("b")
hop()
show("c")
hop()
show("d")
