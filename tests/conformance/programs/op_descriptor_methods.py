# refused: 6
# axes: process
# hops: 6
# Special methods that a property makes: a hop while the method is looked up, and one while it runs.
from hop import hop


class Looked:
    @property
    def __add__(self):
        hop("looked up")
        return lambda other: ("sum", other)

    @property
    def __getitem__(self):
        return hop(lambda key: ("item", key))

    @property
    def __bool__(self):
        hop()
        return lambda: False


class Runs:
    @property
    def __add__(self):
        return lambda other: hop(("sum", other))

    @property
    def __iter__(self):
        hop()
        return lambda: iter("ab")

    @property
    def __len__(self):
        return lambda: hop(3)


def work(looked, runs):
    print(looked + 1, [looked["k"], 0], "true" if looked else "false")
    return runs + 2, [x for x in runs], len(runs)


print(work(Looked(), Runs()))
