# refused: 3.8 5, 3.9-3.15 4
# axes: process
# hops: 5
# Dict displays with **, dict.update and dict() of a mapping of the program's own.
from hop import hop


class Mapping:
    def keys(self):
        return hop(["a"])

    def __getitem__(self, key):
        return hop("value of " + key)


class Keys:
    def keys(self):
        hop()
        return iter(())


def work():
    return {"z": 1, **Mapping(), "b": 2}, {**Keys()}


print(work())
made = dict(Mapping())
print(made)
