# refused: 2
# axes: process
# hops: 6
# Generators driven by their methods taken as values: __next__, send, by map, partial, iter with a sentinel.
import functools

from hop import hop


def numbers(hop_at):
    for i in range(5):
        got = yield hop(i) if i == hop_at else i
        if got:
            yield got, hop(got)


def work():
    step, other = numbers(0).__next__, numbers(1)
    out = [step(), step(), numbers(9).__iter__().__next__()]
    for n in iter(other.__next__, 3):
        out.append(n)
    send = functools.partial(numbers(0).send, None)
    out.append(send())
    generator = numbers(9)
    next(generator)
    for n in map(generator.send, ["a", None]):
        out.append(n)
    return out


print(work())
generator = numbers(1)
print(next(generator), generator.__next__(), generator.send("x"))
