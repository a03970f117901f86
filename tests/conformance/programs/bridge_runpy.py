# axes: process
# hops: 3
# runpy: a module and a package's __main__ that hop while they run.
import runpy
import sys

before = sys.argv[0]
names = runpy.run_module("helper_hopping_names")
print(sorted(name for name in names if not name.startswith("_")), names["second"])
names = runpy.run_module("helper_hopping", run_name="__main__", alter_sys=True)
print(names["after"], names["__name__"], names["function"]()[0], sys.argv[0] == before)
import helper_state  # noqa: E402

print(helper_state.counter, sys.modules["__main__"].__dict__ is globals())
import helper_hopping  # noqa: E402

print(helper_hopping.after is not names["after"])
