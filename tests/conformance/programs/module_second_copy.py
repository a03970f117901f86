# A second copy of a module in C, held by the program alone.
import sys
from importlib.util import find_spec, module_from_spec

from hop import hop


def copy_of(name):
    spec = find_spec(name)
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


heap = copy_of("_struct")
pack = heap.pack
hop()
print(pack is heap.pack, pack("<h", 5), sys.modules.get("_struct") is heap)
