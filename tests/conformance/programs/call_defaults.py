# Default arguments, a mutable one among them, are the same objects after the hop.
from hop import hop


def collect(item, into=[], *, seen={}):
    into.append(item)
    hop()
    into.append(item + 1)
    seen[item] = len(into)
    return into


first = collect(1)
print(first, collect.__defaults__, collect.__kwdefaults__)
print(collect.__defaults__[0] is first)
