# An object with __del__ ends where the program ends, once.
from hop import hop


class Ends:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


def work():
    one, two = Ends("one"), Ends("two")
    hop()
    del two
    print("two is gone")
    return one.name


print(work())
