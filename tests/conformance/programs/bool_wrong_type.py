# axes: process
# hops: 5
# Answers that are not allowed: no bool, a negative or enormous length, no integer.
from hop import hop


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return hop(self.value)


class Sized(Truth):
    def __bool__(self):
        raise KeyError(hop("raised"))


class Length:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return hop(self.value)


def work(thing):
    try:
        if thing:
            return "true"
        return "false"
    except Exception as error:
        return type(error).__name__, str(error)


print(work(Truth("text")))
print(work(Length(-1)))
print(work(Length(1 << 80)))
print(work(Length("3")))
print(work(Sized(1)))
