# hops: 2
# Iterators of itertools in the middle of their work.
import itertools
import re
import struct
import sys

from hop import hop


def third(x):
    return x // 3


def work():
    groups = itertools.groupby([1, 1, 2, 4, 5, 7, 8, 9], third)
    key, group = next(groups)
    first = next(group)
    one, two = itertools.tee(iter(range(100)))
    for _ in range(60):
        next(one)
    running = {
        "product": itertools.product("aab", [1, 2], repeat=2),
        "combinations": itertools.combinations([1, 1, 2, 3], 2),
        "replacement": itertools.combinations_with_replacement("aab", 2),
        "permutations": itertools.permutations("aabc", 3),
        "cycle": itertools.cycle([1, 2, 3]),
        "islice": itertools.islice(itertools.count(5, 3), 2, 40, 5),
        "takewhile": itertools.takewhile(lambda x: x < 9, itertools.count()),
        "dropwhile": itertools.dropwhile(lambda x: x < 3, [1, 4, 2, 1]),
        "accumulate": itertools.accumulate([1, 2, 3, 4], initial=10),
        "longest": itertools.zip_longest([1], [2, 3, 4], "abcd", fillvalue=0),
        "chain": itertools.chain([1, 2], iter([3]), [4]),
        "starmap": itertools.starmap(pow, [(1, 2), (2, 3), (3, 2)]),
        "matches": (match.group() for match in re.finditer("a.|", "abacad")),
        "unpack": struct.iter_unpack("<H", b"abcdefgh"),
    }
    if sys.version_info >= (3, 10):
        running["pairwise"] = itertools.pairwise("abcde")
    if sys.version_info >= (3, 12):
        running["batched"] = itertools.batched("abcdefgh", 3)
    for name, iterator in running.items():
        print(name, next(iterator))
    hop()
    print(key, first, list(group))
    print(next(one), next(two), next(one))
    for name, iterator in running.items():
        print(name, next(iterator, "ended"))
    hop()
    print([(key, list(group)) for key, group in groups])
    print(list(one)[:2], list(two)[:2])
    for name, iterator in running.items():
        print(name, list(itertools.islice(iterator, 30)))


work()
