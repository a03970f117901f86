# axes: process
# hops: 4
# runpy.run_module of a package, with its __main__.
import runpy
import sys

names = runpy.run_module("helper_hop_package")
print(names["result"], sys.modules["helper_hop_package"].total, sys.modules["__main__"].__dict__ is globals())
