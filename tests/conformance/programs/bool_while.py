# axes: process
# hops: 6
# while over an object's truth, with else, continue and break.
from hop import hop


class Counts:
    def __init__(self, left):
        self.left = left

    def __bool__(self):
        return hop(self.left > 0)


class Sized(Counts):
    def __bool__(self):
        return len(self) > 0

    def __len__(self):
        hop()
        self.left -= 1
        return self.left


def work(counts):
    out = []
    while counts:
        counts.left -= 1
        if counts.left == 1:
            continue
        out.append(counts.left)
    else:
        out.append("else")
    return out


print(work(Counts(2)))
sized = Sized(3)
while sized:
    if sized.left == 1:
        break
while not Counts(1):
    print("wrong")
print(sized.left)
