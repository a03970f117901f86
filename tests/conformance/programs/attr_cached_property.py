# axes: process
# hops: 3
# functools.cached_property: computed once, though it hops meanwhile.
import functools

from hop import hop


class Thing:
    computed = 0

    @functools.cached_property
    def value(self):
        self.computed += 1
        return hop([self.computed])

    @functools.cached_property
    def both(self):
        return hop("both"), self.value


thing = Thing()
print(thing.value is thing.value, thing.value, thing.both, sorted(vars(thing)))
other = Thing()
print(other.value)
