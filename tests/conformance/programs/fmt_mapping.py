# refused: 5
# axes: process
# hops: 5
# %-formatting and format_map with a mapping of the program's own.
from hop import hop


class Mapping:
    def __getitem__(self, key):
        return hop("<%s>" % key)


class Fills(dict):
    def __missing__(self, key):
        return hop("filled " + key)


print("%(a)s and %(b)5s" % Mapping())
print("{a} and {there}".format_map(Fills(there=1)), "%(x)s" % Fills())
print("{0[key]}".format(Mapping()))
