# axes: process
# hops: 4
# A generator that runs under a for loop: at its first step, in the middle, at its end; with else.
from hop import hop


def numbers(limit):
    hop()
    for i in range(limit):
        if i == 1:
            hop()
        yield i * 10
    hop()


def work():
    out = []
    for n in numbers(3):
        out.append(n)
    else:
        out.append("else")
    return out


print(work())


def short():
    x = hop("x")
    yield x, locals()


for each in short():
    print(each)
