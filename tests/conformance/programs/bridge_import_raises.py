# hops: 2
# axes: process dump
# A module that fails after it hopped: no module is left, and the traceback shows the import.
import sys
import traceback

from hop import hop

try:
    import helper_hopping_raises
except ZeroDivisionError as error:
    lines = traceback.format_exc().splitlines()
    print("\n".join(line for line in lines if "importlib" not in line))
    print(len(traceback.extract_tb(error.__traceback__)))
print("helper_hopping_raises" in sys.modules, hop("end"))
