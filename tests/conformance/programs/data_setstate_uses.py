# What makes an object again may use the modules that travel: they are filled before what the frames hold.
import helper_state

from hop import hop


class Thing:
    def __init__(self, value):
        self.value = value
        hop()

    def __getstate__(self):
        return self.value

    def __setstate__(self, value):
        self.value = value
        self.items = helper_state.items + [helper_state.counter >= 0]

    def __hash__(self):
        return hash((self.value, helper_state.counter >= 0))


def work():
    return {Thing(5)}


for thing in work():
    print(thing.value, {thing: 1}[thing])
