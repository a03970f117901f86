# hops: 7
# refused: 5
# The same generator several times in one zip or map: which of them has been asked, and what it has given so far, nothing tells.
import itertools

from hop import hop


def numbers(count, at):
    for number in range(count):
        if number == at:
            hop()
        yield number


def other(count):
    yield from range(count)


def groups(at):
    return zip(*[iter(numbers(6, at))] * 2)


print(list(groups(1)), list(groups(2)))
found = []
for pair in groups(3):
    found.append(pair)
print(found)
again = numbers(6, 3)
print([*map(lambda x, y: x * 10 + y, again, itertools.islice(again, 3))])
again = enumerate(numbers(6, 2))
print(dict(zip(again, again)))
print(list(zip(numbers(3, 1), other(3))))
for pair in zip(numbers(3, 2), other(3), [7, 8, 9]):
    print(pair)
