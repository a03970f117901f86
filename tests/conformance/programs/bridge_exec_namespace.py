# refused: 2
# axes: process
# hops: 4
# exec with a mapping of the program's own as its locals: each name is looked up and stored by methods that hop.
from hop import hop


class Names(dict):
    def __getitem__(self, name):
        if name == "wanted":
            return hop("made")
        return super().__getitem__(name)

    def __setitem__(self, name, value):
        if name == "stored":
            hop()
        super().__setitem__(name, value)

    def __delitem__(self, name):
        hop()
        super().__delitem__(name)

    def __missing__(self, name):
        if name == "fills":
            return hop("filled")
        raise KeyError(name)


names = Names()
exec("a = wanted\nstored = b = len(a)\ndel b\nc = fills + 'x'", {}, names)
print(sorted(names.items()))
try:
    exec("d", {}, names)
except NameError as error:
    print(error)
