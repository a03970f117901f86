# axes: process
# hops: 4
# exec with builtins of the program's own: __import__ and __build_class__ that hop.
import builtins

from hop import hop


def own_import(name, globals=None, locals=None, fromlist=(), level=0):
    log.append((name, hop(fromlist)))
    return __import__(name, globals, locals, fromlist, level)


def own_build(function, name, *bases, **kwargs):
    log.append(hop(name))
    return builtins.__build_class__(function, name, *bases, **kwargs)


log = []
names = {"__builtins__": {"__import__": own_import, "__build_class__": own_build, "__name__": "made"}}
exec("import math as m\nfrom string import digits, hexdigits\nclass Made:\n    x = 5", names)
print(names["m"].sqrt(4), names["digits"], names["Made"].x, log, hop("end"))
