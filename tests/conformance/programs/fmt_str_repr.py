# refused: 1
# axes: process
# hops: 6
# str(), repr(), ascii(), of what has one method only, and of subclasses.
from hop import hop


class Repr:
    def __repr__(self):
        return hop("<repr>")


class Both(Repr):
    def __str__(self):
        return "str of " + super().__str__()


class Text(str):
    def __str__(self):
        return hop("text " + super().__str__())


def work():
    return [str(Repr()), repr(Repr())], str(Both()), ascii(Repr()), str(Text("t"))


print(work())
print(len(str(Repr())))
