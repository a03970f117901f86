# refused: 3
# axes: process
# requires: 3.10
# hops: 6
# Guards with objects, alternatives, captures, class checks of a metaclass of the program's own.
from hop import hop


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return hop(self.value)


class Meta(type):
    def __instancecheck__(cls, instance):
        return hop(instance == 7)


class Seven(metaclass=Meta):
    pass


def describe(thing):
    match thing:
        case Seven():
            return "seven"
        case (1 | 2) as number if Truth(number == 2):
            return "two", number
        case [*items] if not Truth(len(items) > 0):
            return "no items"
        case _:
            return "else"


print(describe(7), describe(2), describe([]))
print(hop("end"))
