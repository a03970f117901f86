# refused: 4
# axes: process
# hops: 6
# format() and str.format with fields, attributes and items.
from hop import hop


class Shown:
    x = 5

    def __format__(self, spec):
        return hop("{%s}" % spec)

    @property
    def name(self):
        return hop("named")

    def __getitem__(self, key):
        return hop("item %r" % (key,))


def work(shown):
    return format(shown, "spec"), format(shown), "one {} two".format(shown)


print(work(Shown()))
print("{0.name} {0[key]} {s:>4}".format(Shown(), s=Shown()))
