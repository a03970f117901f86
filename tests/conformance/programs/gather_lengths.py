# hops: 5
# refused: 3.8 3, 3.9 1
# What asks an iterable how long it is hears it once, whether or not a hop comes before.
from hop import hop


class Told:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        hop()
        print("iter")
        return iter(self.items)

    def __len__(self):
        print("len")
        return len(self.items)


class Hinted:
    def __iter__(self):
        print("iter")
        yield 1
        hop()
        yield 2

    def __length_hint__(self):
        print("hint")
        return 5


print(list(Told("ab")), sorted(Told("ba")), list(Hinted()))
print([*Told("cd")], [*Hinted()])
