# hops: 15
# What comes in between when an iterator whose items are being gathered raises, or its items do not fit.
from functools import reduce

from hop import hop


def counted(end):
    for number in range(end):
        if number == 2:
            hop()
        yield number
    raise ValueError(end)


def stops(number):
    if number == 2:
        hop()
        raise StopIteration("early")
    return number


def checked(number):
    if number == 1:
        hop()
    if number == 3:
        raise KeyError(number)
    return number < 2


for gather in list, set, sorted, " ".join:
    try:
        gather(counted(4))
    except ValueError as error:
        print(type(error).__name__, error, error.__traceback__.tb_next.tb_frame.f_code.co_name)

# A StopIteration of the function ends what is gathered, as it ends a `for`.
print(list(map(stops, range(5))), sorted(map(stops, range(5))), [number for number in map(stops, range(5))])
print(any(map(checked, [2, 1, 2])), all(map(checked, [0, 1, 5, 3])))
for _ in range(2):
    try:
        print(list(filter(checked, [0, 1, 2, 3])))
    except KeyError as error:
        print("KeyError", error)
try:
    print(", ".join(counted(3) if False else map(stops, [0, 1, 1, 2])))
except TypeError as error:
    print(error)


def add(total, number):
    if number == 2:
        hop()
    return total + number


print(reduce(add, iter(range(5))), reduce(add, map(int, "12321"), 100))
