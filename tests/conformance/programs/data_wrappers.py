# Caches with their content, keys, super objects, contexts, finalizers, parts of buffers, matches.
import contextvars
import functools
import re
import weakref

from hop import hop

calls = []


@functools.lru_cache(maxsize=3)
def cached(*args, **keywords):
    calls.append(args)
    return [args, keywords]


@functools.lru_cache(maxsize=None, typed=True)
def typed(x):
    return [x]


class Base:
    def name(self):
        return "base"


class Child(Base):
    def name(self):
        return "child"


class Gone:
    pass


variable = contextvars.ContextVar("variable", default=0)


def work():
    kept = [cached(1), cached("a", b=2), cached(3), cached(1), typed(1), typed(1.0)]
    above = super(Child, Child())
    context = contextvars.copy_context()
    context.run(variable.set, 5)
    thing = Gone()
    weakref.finalize(thing, print, "finalized")
    buffer = bytearray(b"0123456789")
    part = memoryview(buffer)[2:8:2]
    match = re.search(r"(?P<digit>\d)(x)?", "ab7")
    compare = functools.cmp_to_key(lambda a, b: b - a)
    keyed = compare(4)
    hop()
    print(cached(1) is kept[0], cached("a", b=2) is kept[1], cached(3) is kept[2], len(calls))
    print(cached.cache_info(), typed(1) is kept[4], typed(1.0) is kept[5], typed.cache_info())
    cached(9)
    print(cached(1) is kept[0], len(calls), above.name(), context[variable], variable.get())
    part[0] = 90
    print(bytes(part), bytes(buffer), match.groupdict(), match.span(), keyed < compare(3))
    del thing


work()
