# axes: process
# hops: 3
# A package and its modules, each of which hops while it is imported.
import sys


def work():
    import helper_hop_package.second as second

    package = sys.modules["helper_hop_package"]
    return package.name, package.total, second.value, package.second is second


print(work())
print(sorted(name for name in sys.modules if name.startswith("helper_hop")))
