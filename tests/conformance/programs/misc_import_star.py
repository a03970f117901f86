# refused: 2
# axes: process
# hops: 3
# from module import *, whose names are made by the module's __getattr__, and a lazy __all__.
from hop import hop
from helper_lazy_all import *  # noqa: F403

print(one, two)  # noqa: F405
print(hop("three" in globals()))
