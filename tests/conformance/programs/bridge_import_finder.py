# axes: process
# hops: 3
# A hop inside a finder of `sys.meta_path`, which runs under the import lock, and inside its loader.
import _imp
import sys
from importlib.machinery import ModuleSpec

from hop import hop


class Loader:
    def create_module(self, spec):
        print("creating", spec.name, hop("created"))

    def exec_module(self, module):
        module.value = hop("loaded by hand")


class Finder:
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name != "made_up":
            return None
        print("looking for", name, hop("found"), _imp.lock_held())
        return ModuleSpec(name, Loader(), origin="nowhere")


sys.meta_path.insert(0, Finder)
import made_up

print(made_up.value, made_up.__spec__.origin, _imp.lock_held())
import colorsys

print(colorsys.__name__, "made_up" in sys.modules)
