# What every interpreter has of its own is the one over there: flags, the implementation, modules, builtins.
import sys

from hop import hop

kept = sys.flags, sys.implementation, sys.modules, sys.path, sys.argv, sys.stdout, print, sys.__stdout__
hop()
print([kept[0] is sys.flags, kept[1] is sys.implementation, kept[2] is sys.modules, kept[3] is sys.path, kept[4] is sys.argv])
print(kept[5] is sys.stdout, kept[6] is print, kept[7] is sys.__stdout__, kept[1].name)
