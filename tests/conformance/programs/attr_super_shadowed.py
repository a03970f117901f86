# axes: process
# hops: 3
# A name super of the program's own, in the place of the builtin.
from hop import hop


class Base:
    def method(self):
        return "base"


class super:  # noqa: A001
    def __init__(self, *args):
        self.args = hop(args)

    def method(self):
        return hop("shadowed"), len(self.args)


class Derived(Base):
    def method(self):
        return super().method()

    def attribute(self):
        return super(1, 2).args


print(Derived().method(), Derived().attribute())
