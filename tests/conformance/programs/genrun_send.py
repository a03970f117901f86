# axes: process
# hops: 5
# A generator that runs under send(): what is sent arrives once, and what it yields comes back.
from hop import hop


def echo():
    got = []
    while True:
        value = yield list(got)
        if value == "stop":
            hop()
            return got
        got.append(hop(value) if value in (1, "x") else value)


def work(generator):
    print(generator.send(None), generator.send(1), [generator.send(2)])
    send = generator.send
    print(send("x"))
    try:
        send("stop")
    except StopIteration as stop:
        print(stop.value)
    return generator.gi_frame


print(work(echo()))
generator = echo()
next(generator)
print(generator.send(1), generator.send(3))


def first():
    yield hop("first")


print(first().send(None))
