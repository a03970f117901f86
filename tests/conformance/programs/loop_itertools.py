# until: 3.13
# hops: 5
# for over itertools (their iterators can be pickled up to 3.13).
import itertools

from hop import hop

out = []
for n in itertools.count(5, 2):
    if n == 7:
        hop()
    if n > 9:
        break
    out.append(n)
for a, b in itertools.product("ab", [1, 2]):
    if (a, b) == ("a", 2):
        hop()
    out.append((a, b))
for x in itertools.chain([1, 2], "z"):
    if x == 2:
        hop()
    out.append(x)
cycle = itertools.cycle("pq")
for x in itertools.islice(cycle, 3):
    if x == "q":
        hop()
    out.append(x)
for perm in itertools.permutations("abc", 2):
    if perm == ("b", "a"):
        hop()
    out.append("".join(perm))
print(out, next(cycle))
