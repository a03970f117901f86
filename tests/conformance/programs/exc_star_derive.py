# refused: 3
# axes: process
# requires: 3.11
# hops: 4
# A group class of the program's own, whose derive() hops while except* splits it.
from hop import hop


class Group(ExceptionGroup):
    def derive(self, errors):
        return Group(hop(self.message), errors)


def attempt():
    try:
        try:
            raise Group("own", [ValueError(1), KeyError(2)])
        except* ValueError as group:
            print(type(group).__name__, group.exceptions)
    except Group as rest:
        print(type(rest).__name__, rest.exceptions, hop("end"))


attempt()
