# A class made in a function that waits, with a method closing over its variable.
from hop import hop


def make(k):
    class Local:
        factor = k

        def times(self, x):
            return self.factor * x + k

        def me(self):
            return super().__init__ is not None and __class__

    thing = Local()
    hop()
    k += 1
    return thing.times(10), thing.me() is Local, type(thing) is Local, Local.__qualname__


print(make(2))
