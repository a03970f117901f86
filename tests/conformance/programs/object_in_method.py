# hops: 3
# An object that pickle would make again from its contents, in the middle of a method that has parts of it in its variables.
from hop import hop


class Sorted:
    def __init__(self, values=()):
        self.parts = [[], sorted(values)]

    def __reduce__(self):
        return type(self), (self.flat(),)

    def flat(self):
        return [value for part in self.parts for value in part]

    def move(self):
        source, target = self.parts[1], self.parts[0]
        while source:
            value = source.pop(0)
            if value == 2:
                hop()
            target.append(value)
        return target is self.parts[0]


class Keyed(dict):
    def __reduce__(self):
        return type(self), (dict(self),)

    def change(self):
        hop(self).pop("a")
        self.update(b=2)
        return self


numbers = Sorted([3, 1, 2])
print(numbers.move(), numbers.parts)
keyed = Keyed(a=1)
print(keyed.change() is keyed, keyed, type(keyed).__name__)
hop()
print(numbers.flat(), keyed)
