# hops: 2
# Plain values, containers and deletions of the program's in modules and classes that are imported over there.
import http.server
import json.encoder
import string
import sys
import textwrap
from json import decoder as reading

import helper_writes
from hop import hop

OWN = "of the program"


def set_in(module, name):
    module.punctuation = name


def work():
    import statistics as numbers

    json.encoder.INFINITY = 7.5
    json.encoder.added = [1, {"a": (2, 3)}]
    json.added_number = 1
    json.added_number += 4
    numbers.lowered = 2
    setattr(textwrap, "level", OWN)
    textwrap.__dict__["deeper"] = 3
    reading.NaN = 0.5
    del string.capwords
    set_in(string, "!")
    http.server.BaseHTTPRequestHandler.protocol_version = "HTTP/9"
    http.server.nobody = 12
    json.encoder.ESCAPE_DCT["q"] = "Q"
    json.encoder.ESCAPE_DCT["\n"] = "changed"
    del json.encoder.ESCAPE_DCT["\t"]
    string.__all__.append("mine")
    sys.tracebacklimit = 50
    string.octdigits = str.upper
    show()
    hop()
    show()
    json.added_number += 1
    del sys.tracebacklimit
    string.__all__.remove("mine")
    hop()
    show()


def show():
    import statistics

    print(json.encoder.INFINITY, json.encoder.added, json.added_number, statistics.lowered)
    print(textwrap.level, textwrap.deeper, reading.NaN, hasattr(string, "capwords"), string.punctuation)
    print(http.server.BaseHTTPRequestHandler.protocol_version, http.server.nobody)
    escapes = json.encoder.ESCAPE_DCT
    print(escapes["q"], escapes["\n"], "\t" in escapes, escapes["\r"], len(escapes), string.__all__[-1])
    print(getattr(sys, "tracebacklimit", None), string.octdigits("abc"), helper_writes.shown())


work()
