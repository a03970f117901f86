"""Seconds for pickling 300 000 instances of a user's class, and builtin containers: by pickle, and as a ratio by the others.

Prints JSON. Peers that are not installed are left out.
"""

import json
import pickle
import time

import pyteleport


class Point:
    def __init__(self, number):
        self.x = number
        self.name = "p%d" % number


def took(dumps, data):
    start = time.perf_counter()
    dumps(data)
    return time.perf_counter() - start


def usual(data):
    return pickle.dumps(data, 5)


DATA = {
    "instances": [Point(number) for number in range(300000)],
    "containers": [{"a": number, "b": [number, str(number)], "c": (number, 1.5)} for number in range(200000)],
}


def main():
    picklers = {"pyteleport": pyteleport.dumps}
    for name in ("cloudpickle", "dill"):
        try:
            picklers[name] = __import__(name).dumps
        except ImportError:
            continue
    figures = {}
    for kind, data in DATA.items():
        for name, dumps in picklers.items():
            # In turns, so that what the machine does besides is in both.
            pairs = [(took(usual, data), took(dumps, data)) for _ in range(7)]
            figures["pickle_%s" % kind] = min(one for one, _ in pairs)
            figures["%s_%s_ratio" % (name, kind)] = (
                min(other for _, other in pairs) / figures["pickle_%s" % kind]
            )
    print(json.dumps(figures))


main()
