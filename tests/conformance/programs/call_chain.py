# Methods chained on the result of a call.
from hop import hop


class Chain:
    def __init__(self):
        self.steps = []

    def add(self, step):
        self.steps.append(step)
        return self

    def pause(self):
        hop()
        return self


print(Chain().add(1).add(2).pause().add(3).steps)
