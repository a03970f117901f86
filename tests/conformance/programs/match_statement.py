# requires: 3.10
# hops: 3
# A match statement with hops in the subject, a guard and a case body.
from hop import hop


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def describe(thing):
    match [thing, hop("subject")]:
        case [Point(x, y), _] if hop(x) == y:
            return "diagonal", x
        case [Point(x=0, y=y), word]:
            return "axis", y, word
        case [{"k": value, **rest}, *others]:
            return hop(value), rest, others
        case _:
            return "else"


print(describe(Point(0, 5)), describe({"k": 1, "z": 2}) if False else "-")
print(describe.__code__.co_name, hop("end"))
