# axes: process
# hops: 6
# if and elif that ask __bool__ or __len__.
from hop import hop


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return hop(self.value)


class Sized:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return hop(self.value)


def work(a, b, name):
    if a:
        return name, "first"
    elif b:
        return name, "second"
    else:
        return name, "else"


print(work(Truth(True), None, "x"), work(Sized(0), Truth(True), "y"))
if not Truth(False):
    print("not")
if Sized(2):
    print("sized")
else:
    print("wrong")
print(work(0, Sized(5), "z"))
