# axes: process
# hops: 4
# __import__, importlib.import_module and importlib.reload of modules that hop.
import importlib

from hop import hop

module = __import__("helper_hopping")
names = importlib.import_module("helper_hopping_names")
print(module.after, names.second)
kept = module.before
again = importlib.reload(module)
print(again is module, module.before is kept, module.before == kept, hop(module.after))
