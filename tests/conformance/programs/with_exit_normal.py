# axes: process
# hops: 5
# __exit__ that hops at the normal end of a block; what it returns does not matter there.
from hop import hop


class Manager:
    def __init__(self, name, result=None):
        self.name, self.result = name, result

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind, error, trace)
        return hop(self.result)


def work():
    out = []
    with Manager("one", True) as one:
        out.append(one.name)
    with Manager("outer") as outer, Manager("inner") as inner:
        out += [outer.name, inner.name]
    with Manager("empty"):
        pass
    return out


print(work())
with Manager("top"):
    x = 5
print(x)
