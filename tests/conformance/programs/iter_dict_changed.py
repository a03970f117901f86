# axes: process
# Iterators over dicts that have changed their size meanwhile say so; formats and their fields in mid-way.
import _string

from hop import hop


def tell(iterator):
    try:
        print(list(iterator))
    except RuntimeError as error:
        print(error)


def work():
    grown, shrunk, kept = ({number: number for number in range(5)} for _ in range(3))
    iterators = [iter(grown), iter(shrunk.items()), iter(kept.values()), reversed(grown)]
    for one in iterators:
        next(one)
    grown["more"] = 1
    del shrunk[3]
    last = {1: 1}
    ending = iter(last)
    next(ending)
    parts = _string.formatter_parser("a{b!r:>{c}}d{{e}}{f.g[0]}")
    first, names = _string.formatter_field_name_split("one.two[three][4].five")
    print(next(parts), next(names))
    hop()
    for one in iterators:
        tell(one)
    last[2] = 2
    tell(ending)
    print(list(parts), first, list(names), list(grown), list(shrunk))


work()
