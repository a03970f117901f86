# Arguments that inner functions capture, self among them.
from hop import hop


class Maker:
    def __init__(self, k):
        self.k = k

    def make(self, x, *args, key="k", **rest):
        def show():
            return self.k, x, args, key, sorted(rest)

        x += 1
        hop()
        key = key * 2
        args += (x,)
        return show


print(Maker(5).make(1, 2, 3, key="q", z=0)())
