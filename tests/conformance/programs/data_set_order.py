# Sets give their elements in the order that they had, take new ones at the same places, and lose the same ones to `pop`.
from hop import hop


class Tags(set):
    pass


def grown(count, kind):
    made = set()
    for n in range(count):
        made.add(kind(n * n * 7919))
    for n in range(0, count, 3):
        made.discard(kind(n * n * 7919))
    return made


def work():
    texts, numbers, large = grown(40, str), grown(200, int), grown(3000, "key {}".format)
    few, none = {"a", "b", "c"} - {"b"}, {1} - {1}
    frozen, tags = frozenset(texts | {b"x", ("t", 1)}), Tags(texts)
    emptied = set(range(100))
    while emptied:
        emptied.pop()
    popped = set(numbers)
    first = [popped.pop(), popped.pop()]
    sets = [texts, numbers, large, few, none, frozen, tags, emptied, popped]
    before = [list(one) for one in sets]
    again = hop(frozenset(large))
    print([list(one) == order for one, order in zip(sets, before)], list(again) == list(frozenset(large)))
    print(numbers, first)
    for one in (numbers, popped, emptied, few):
        one.update(range(5000, 5030))
    print(numbers, popped, emptied, [popped.pop() for _ in range(10)])
    print(set(large) == large, all(key in large for key in list(large)), texts < texts | {"new"}, len(frozen))


work()
