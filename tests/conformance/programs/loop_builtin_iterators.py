# hops: 7
# for over enumerate, zip, map, filter, reversed and iter(list).
from hop import hop


def square(x):
    return x * x


out = []
for i, c in enumerate("abc", 1):
    if i == 2:
        hop()
    out.append((i, c))
for pair in zip([1, 2, 3], "xyz"):
    if pair[0] == 1:
        hop()
    out.append(pair)
for x in map(square, range(4)):
    if x == 1:
        hop()
    out.append(x)
for x in filter(None, [0, 1, 0, 2]):
    if x == 1:
        hop()
    out.append(x)
for x in reversed([1, 2, 3]):
    if x == 3:
        hop()
    out.append(x)
for x in reversed(range(3)):
    if x == 1:
        hop()
    out.append(x)
rest = iter([1, 2, 3, 4])
for x in rest:
    out.append((x, next(rest)))
    if x == 1:
        hop()
print(out, list(rest))
