# hops: 3
# What `hash` gave before the hop is what it gives after it: values that were kept find what is looked up later.
from hop import hop


class Key:
    def __init__(self, *parts):
        self.parts = parts
        self._hash = hash(parts)

    def __hash__(self):
        return self._hash

    def __eq__(self, other):
        return self.parts == other.parts


def work():
    kept = {text: hash(text) for text in ("", "a", "täxt", b"bytes", ("a", 1), frozenset("xyz"), 2.5)}
    table, shards = {Key("a", 1): "found", Key("b", 2): "also"}, [[] for _ in range(8)]
    for word in ("one", "two", "three", "four"):
        shards[hash(word) % 8].append(word)
    hop()
    print([hash(text) == number for text, number in kept.items()])
    print(table[Key("a", 1)], table.get(Key("b", 2)), Key("c", 3) in table)
    print(all(word in shards[hash(word) % 8] for word in ("one", "two", "three", "four")))


work()
work()


class Plain:
    pass


def by_address():
    things = [Plain(), work, object()]
    kept = [hash(thing) for thing in things]
    hop()
    print([hash(thing) == number for thing, number in zip(things, kept)], hash(things[1]) == hash(work))


by_address()
