"""Seconds for what audit hooks are told of, before the package is imported and behind it: its hook is there for good. Prints JSON."""

import copy
import json
import timeit

VALUES = [{"a": [1, 2, (3, 4)], "b": {"c": list(range(5))}} for _ in range(50)]


def opening():
    with open(__file__):
        pass


def copying():
    copy.deepcopy(VALUES)


def best(function, times):
    return min(timeit.repeat(function, number=times, repeat=15)) / times


def figures():
    return {"open": best(opening, 2000), "id": best(lambda: id(VALUES), 50000), "copy": best(copying, 50)}


bare = figures()
import pyteleport  # noqa: E402, F401

print(json.dumps({**figures(), **{"bare_" + name: took for name, took in bare.items()}}))
