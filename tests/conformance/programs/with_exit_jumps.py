# axes: process
# hops: 6
# __exit__ that hops when a block is left by return, break or continue.
from hop import hop


class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, kind, error, trace):
        print("exit", kind)
        hop()


def returns(x):
    with Manager() as value:
        if x:
            return value, [x]
    return "wrong"


def loops():
    out = []
    for i in range(3):
        with Manager():
            if i == 0:
                continue
            out.append(i)
            if i == 1:
                break
    else:
        out.append("wrong")
    return out


def both():
    for i in "ab":
        with Manager(), Manager():
            return i


print(returns(5), loops(), both(), hop("end"))
