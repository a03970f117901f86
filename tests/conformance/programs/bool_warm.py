# axes: process
# hops: 3
# Conditions that are specialised before the hop.
from hop import hop


class Truth:
    def __init__(self):
        self.asked = 0

    def __bool__(self):
        self.asked += 1
        if self.asked == 200:
            hop()
        return self.asked % 3 == 0


class Sized(Truth):
    __bool__ = None

    def __len__(self):
        self.asked += 1
        if self.asked == 200:
            hop()
        return self.asked % 2


del Sized.__bool__


def work(thing):
    yes = no = 0
    for i in range(100):
        if thing:
            yes += 1
        if not thing:
            no += 1
    return yes, no, thing.asked


def loop(thing):
    turns = 0
    while thing or turns < 200:
        turns += 1
    return turns


class Length:
    asked = 0

    def __len__(self):
        Length.asked += 1
        if Length.asked == 150:
            hop()
        return 0 if Length.asked > 160 else 2


print(work(Truth()))
print(loop(Truth()))
while Length():
    pass
print(Length.asked)
