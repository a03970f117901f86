# axes: process
# hops: 5
# __enter__ that hops: its value, without a target, several in one statement, one that raises.
from hop import hop


class Manager:
    def __init__(self, name, raises=False):
        self.name, self.raises = name, raises

    def __enter__(self):
        if self.raises:
            raise LookupError(hop("entering %s" % self.name))
        return hop([self.name])

    def __exit__(self, *info):
        print("exit", self.name, info[0])


def work():
    with Manager("one") as one:
        print("body", one)
    with Manager("two") as (two,), Manager("three"):
        print("body", two)
    try:
        with Manager("four"), Manager("five", True) as five:
            print("wrong", five)
    except LookupError as error:
        return str(error)


print(work())
