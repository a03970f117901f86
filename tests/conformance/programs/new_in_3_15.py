# requires: 3.15
# hops: 8
# What 3.15 has brought: frozendict, sentinels, lazy imports, unpacking in comprehensions.
import copy
lazy import json
lazy import email.mime.text as mime
lazy from collections import OrderedDict as Ordered
lazy from string import ascii_letters, digits

from hop import hop

MISSING = sentinel("MISSING", repr="<missing>")
LOG = []


class Frozen(frozendict):
    def __new__(cls, *arguments, **keywords):
        LOG.append("made")
        return super().__new__(cls, *arguments, **keywords)

    def __getitem__(self, key):
        LOG.append(("get", key))
        return super().__getitem__(key)

    def __iter__(self):
        LOG.append("iterated")
        return super().__iter__()


class Own:
    def __init__(self, count, moves=False):
        self.left, self.moves = count, moves

    def __iter__(self):
        if self.moves:
            self.moves = False
            hop()
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left


def numbers(count, at=-1):
    for number in range(count):
        if number == at:
            hop()
        yield number


def mappings():
    plain = frozendict(a=1, b=[2], c=3)
    own = Frozen(a=5)
    own.note = "noted"
    itself = []
    around = frozendict(back=itself)
    itself.append(around)
    items, views = iter(plain.items()), (plain.keys(), plain.values())
    next(items)
    backward = reversed(plain)
    next(backward)
    known = hash(frozendict(a=1))
    for name, value in plain.items():
        if name == "b":
            hop()
        print(name, value)
    print(list(items), list(backward), [list(view) for view in views], hash(frozendict(a=1)) == known)
    print(around["back"][0] is around, own["a"], own.note, type(own).__name__, LOG, plain | {"d": 4})


def sentinels():
    local = sentinel("local")
    held = {"key": local, "missing": MISSING}
    hop()
    print(MISSING, local, local.__module__, held["key"] is local, held["missing"] is MISSING, copy.copy(local) is local)


def comprehensions():
    print([*Own(n, n == 2) for n in range(4)])
    print([*numbers(3, n) for n in range(2)])
    print({**{"a": hop(n), n: n} for n in range(1)})
    lazily = (*Own(3) for _ in range(2))
    print(next(lazily))
    hop()
    print(list(lazily))


mappings()
sentinels()
comprehensions()
hop()
print(json.dumps([1]), Ordered(a=1), mime.MIMEText("text").get_payload(), ascii_letters[:3], digits)
