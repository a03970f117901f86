"""Objects of every kind that a program holds: each comes back as it was, or is refused.

Prints a line for each that does not come back as it was, "refused NAME" for each that is refused, and at last "done".
"""

import argparse
import array
import asyncio
import bz2
import codecs
import collections
import concurrent.futures
import contextlib
import contextvars
import copy
import csv
import ctypes
import datetime
import decimal
import enum
import functools
import gzip
import hashlib
import http.cookies
import io
import itertools
import json
import logging
import lzma
import mmap
import operator
import os
import queue
import random
import re
import sched
import selectors
import sqlite3
import string
import struct
import sys
import tempfile
import textwrap
import threading
import time
import types
import typing
import unittest.mock
import warnings
import weakref
import xml.etree.ElementTree as ET
import zipfile
import zlib

import pyteleport

cases = {}


def case(name, make, look=None):
    cases[name] = (make, look)


L = list


def it(name, make, n=1, left=20):
    def mk():
        i = make()
        for _ in range(n):
            next(i)
        return i

    case("it " + name, mk, lambda i: L(itertools.islice(i, left)))


def sq(x):
    return x * x


def key(x):
    return x // 3


it("list", lambda: iter([1, 2, 3]))
it("tuple", lambda: iter((1, 2, 3)))
it("str", lambda: iter("aé€x"))
it("bytes", lambda: iter(b"abc"))
it("bytearray", lambda: iter(bytearray(b"abc")))
it("range", lambda: iter(range(9)))
it("bigrange", lambda: iter(range(1 << 70, (1 << 70) + 5)))
it("set", lambda: iter({1, 2, 3}))
it("frozenset", lambda: iter(frozenset({1, 2, 3})))
it("dict", lambda: iter({1: 2, 3: 4, 5: 6}))
it("dictitems", lambda: iter({1: 2, 3: 4, 5: 6}.items()))
it("odict", lambda: iter(collections.OrderedDict({1: 2, 3: 4, 5: 6})))
it("odictitems", lambda: iter(collections.OrderedDict({1: 2, 3: 4, 5: 6}).items()))
it("odictrev", lambda: reversed(collections.OrderedDict({1: 2, 3: 4, 5: 6})))
it("dictrev", lambda: reversed({1: 2, 3: 4, 5: 6}))
it("deque", lambda: iter(collections.deque([1, 2, 3])))
it("dequerev", lambda: reversed(collections.deque([1, 2, 3])))
it("listrev", lambda: reversed([1, 2, 3]))
it("tuplerev", lambda: reversed((1, 2, 3)))
it("rangerev", lambda: reversed(range(5)))
it("array", lambda: iter(array.array("i", [1, 2, 3])))
it("memoryview", lambda: iter(memoryview(b"abc")))
it("enumerate", lambda: enumerate("abc"))
it("enumeratebig", lambda: enumerate("abc", 1 << 70))
it("zip", lambda: zip([1, 2, 3], "abc"))
if sys.version_info >= (3, 10):
    it("zipstrict", lambda: zip([1, 2, 3], "abc", strict=True))
it("map", lambda: map(sq, [1, 2, 3]))
if sys.version_info >= (3, 14):
    it("mapstrict", lambda: map(pow, [1, 2, 3], [1, 2, 3], strict=True))
it("filter", lambda: filter(None, [1, 0, 2, 3]))
it("callable", lambda: iter(iter([1, 2, 3, 4]).__next__, 4))


class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i


it("getitem", lambda: iter(Seq()))
it("count", lambda: itertools.count(3))
it("countstep", lambda: itertools.count(3, 2.5))
it("countneg", lambda: itertools.count(3, -2))
it("countbig", lambda: itertools.count(1 << 80))
it("repeat", lambda: itertools.repeat(3, 4))
it("repeatinf", lambda: itertools.repeat(3))
it("chain", lambda: itertools.chain([1, 2], [3]))
it("chain2", lambda: itertools.chain([1, 2], [3], [4]), 3)
it("chainfrom", lambda: itertools.chain.from_iterable([[1, 2], [3], [4]]), 0)
for k in range(0, 9):
    it("cycle%d" % k, lambda: itertools.cycle([1, 2, 3]), k)
for k in range(0, 4):
    it("islice%d" % k, lambda: itertools.islice(range(100), 2, 20, 3), k)
it("isliceinf", lambda: itertools.islice(itertools.count(), 2, None, 3), 2)
it("takewhile", lambda: itertools.takewhile(lambda x: x < 3, itertools.count()), 1)


def tw():
    i = itertools.takewhile(lambda x: x < 3, itertools.count())
    L(i)
    return i


case("it takewhile done", tw, L)
it("dropwhile", lambda: itertools.dropwhile(lambda x: x < 3, [1, 2, 3, 1, 5]), 1)
it("dropwhile0", lambda: itertools.dropwhile(lambda x: x < 3, [1, 2, 3, 1, 5]), 0)
for k in range(0, 3):
    it("accumulate%d" % k, lambda: itertools.accumulate([1, 2, 3, 4]), k)
for k in range(0, 3):
    it("accumulatemul%d" % k, lambda: itertools.accumulate([1, 2, 3, 4], operator.mul, initial=7), k)
for k in range(0, 3):
    it("accumulatenone%d" % k, lambda: itertools.accumulate([None, 2, 3, 4], lambda a, b: b), k)
for k in range(0, 9):
    it("product%d" % k, lambda: itertools.product([1, 1, 2], "ab"), min(k, 6), 100)
for k in range(0, 3):
    it("productrep%d" % k, lambda: itertools.product([1, 2], repeat=3), k, 100)
it("productempty", lambda: itertools.product(), 0)
for k in range(0, 6):
    it("comb%d" % k, lambda: itertools.combinations([1, 1, 2, 3], 2), k, 100)
for k in range(0, 6):
    it("cwr%d" % k, lambda: itertools.combinations_with_replacement("aab", 2), k, 100)
for k in range(0, 7):
    it("perm%d" % k, lambda: itertools.permutations("aabc", 3), k * 3, 100)
it("permall", lambda: itertools.permutations([1, 2, 3]), 6)
it("compress", lambda: itertools.compress("abcd", [1, 0, 1, 1]))
it("starmap", lambda: itertools.starmap(pow, [(1, 2), (2, 2)]))
it("filterfalse", lambda: itertools.filterfalse(None, [0, 1, 0]))
it("filterfalse2", lambda: itertools.filterfalse(lambda x: x > 2, [0, 1, 3, 0]))
for k in range(0, 4):
    it("ziplongest%d" % k, lambda: itertools.zip_longest([1], [2, 3, 4], "abcd", fillvalue=9), k)
if sys.version_info >= (3, 10):
    for k in range(0, 3):
        it("pairwise%d" % k, lambda: itertools.pairwise("abcde"), k)
if sys.version_info >= (3, 12):
    for k in range(0, 3):
        it("batched%d" % k, lambda: itertools.batched("abcdefg", 3), k)


def grp(k, inner, keyf):
    def mk():
        g = itertools.groupby([1, 1, 1, 2, 2, 5, 5, 6], keyf)
        sub = None
        for _ in range(k):
            _, sub = next(g)
        if sub is not None:
            for _ in range(inner):
                next(sub)
        return [g, sub]

    def look(x):
        g, sub = x
        return (L(sub) if sub is not None else None), [(k, L(s)) for k, s in g]

    case("it groupby%d%d%s" % (k, inner, keyf and "k"), mk, look)
    case(
        "it groupbyouter%d%d%s" % (k, inner, keyf and "k"),
        mk,
        lambda x: ([(k, L(s)) for k, s in x[0]], L(x[1] or ())),
    )


for k, n in ((0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1)):
    grp(k, n, None)
    grp(k, n, key)


def tees():
    a, b = itertools.tee(iter(range(200)))
    c = copy.copy(a)
    for _ in range(70):
        next(a)
    for _ in range(3):
        next(b)
    return [a, b, c]


case("it tee", tees, lambda x: [next(x[0]), next(x[1]), next(x[2]), L(x[1])[-1], len(L(x[0])), len(L(x[2]))])
case("it tee one", lambda: itertools.tee("abc")[0], L)


def rematch():
    return re.match(r"(?P<a>a+)(b)?", "aaac")


case(
    "re match",
    rematch,
    lambda m: (m.groups(), m.group("a"), m.span(), m.string, m.re.pattern, m.pos, m.endpos, m.lastgroup),
)
case(
    "it re.finditer",
    lambda: (lambda i: (next(i), i)[1])(re.finditer("a.|", "abacad")),
    lambda i: [m.span() for m in i],
)
it("struct.iter_unpack", lambda: struct.iter_unpack("<H", b"abcdef"))
it("csv.reader", lambda: csv.reader(["a,b", "c,d"]), 1)
it("scandir", lambda: os.scandir("/"), 1)
it("glob genalias", lambda: iter(list[int]) if sys.version_info >= (3, 11) else iter([1]), 0)
case("struct", lambda: struct.Struct("<HI"), lambda s: s.format)
case(
    "memoryview shared",
    lambda: (lambda b: [b, memoryview(b)])(bytearray(b"abcdef")),
    lambda x: (x[1].__setitem__(0, 90), bytes(x[0])),
)
case(
    "memoryview slice shared",
    lambda: (lambda b: [b, memoryview(b)[2:5]])(bytearray(b"abcdef")),
    lambda x: (x[1].__setitem__(0, 90), bytes(x[0])),
)
case(
    "memoryview slice step",
    lambda: (lambda b: [b, memoryview(b)[1::2]])(bytearray(b"abcdef")),
    lambda x: (x[1].__setitem__(0, 90), bytes(x[0])),
)
case(
    "memoryview cast",
    lambda: (lambda b: [b, memoryview(b).cast("H")])(bytearray(b"abcdef")),
    lambda x: (x[1].tolist(), x[1].__setitem__(0, 90), bytes(x[0])),
)
case("memoryview ro", lambda: memoryview(b"abcdef")[1:3], lambda m: (bytes(m), m.readonly))
case("slice", lambda: slice(1, 2, 3), repr)
case("property", lambda: property(sq, doc="x"), lambda p: (p.__doc__, p.fget(2)))


class A:
    __slots__ = ("s", "__weakref__")

    def f(self):
        return super().__init__


class B(A):
    pass


case("super", lambda: super(B, B()), lambda s: (s.__thisclass__.__name__, type(s.__self__).__name__))
case("slot descriptor", lambda: A.__dict__["s"], lambda d: d.__name__)
case("method wrapper", lambda: (5).__add__, lambda d: d(3))


@functools.lru_cache(maxsize=4)
def cached(x):
    return [x]


def cachedm():
    cached.cache_clear()
    r = [cached, cached(1), cached(2), cached(1)]
    return r


case(
    "lru_cache content",
    cachedm,
    lambda r: (r[0].cache_info(), r[0](1) is r[1], r[0](2) is r[2], r[0].cache_info()),
)


@functools.lru_cache(maxsize=2, typed=True)
def cached2(x, y=1):
    return [x]


def cachedm2():
    cached2.cache_clear()
    r = [cached2, cached2(1), cached2(2.0, y=3), cached2(1)]
    return r


case(
    "lru_cache typed content",
    cachedm2,
    lambda r: (
        r[0].cache_info(),
        r[0](1) is r[1],
        r[0](7),
        r[0](1) is r[1],
        r[0](2.0, y=3) is r[2],
        r[0].cache_info(),
    ),
)


@functools.singledispatch
def sd(x):
    return "o"


@sd.register(int)
def _(x):
    return "i"


case("singledispatch", lambda: sd, lambda s: (s(1), s("")))
cv = contextvars.ContextVar("cv", default=3)


def ctx():
    c = contextvars.copy_context()
    c.run(cv.set, 9)
    return [c, cv]


case("context", ctx, lambda x: (x[0][x[1]], x[1].get(), x[0].run(x[1].get)))
case("random", lambda: random.Random(3), lambda r: r.random())
case("decimal ctx", lambda: decimal.Context(prec=5, traps=[decimal.Inexact]), repr)
case("mappingproxy", lambda: types.MappingProxyType({1: 2}), repr)
case("rlock", lambda: threading.RLock(), lambda k: (k.acquire(), k.release()))
case("barrier", lambda: threading.Barrier(2), lambda b: b.parties)
case("bsem", lambda: threading.BoundedSemaphore(2), lambda b: b.acquire())
case("timer", lambda: threading.Timer(100, sq, [1]), lambda t: (t.interval, t.function(3), t.args, t.daemon))
case(
    "thread unstarted",
    lambda: threading.Thread(target=sq, args=(1,), name="xx"),
    lambda t: (t.name, t.is_alive()),
)
case(
    "simplequeue",
    lambda: (lambda q: (q.put(1), q.put(2), q)[2])(queue.SimpleQueue()),
    lambda q: (q.get(), q.get(), q.empty()),
)
case(
    "pqueue",
    lambda: (lambda q: (q.put(3), q.put(2), q)[2])(queue.PriorityQueue()),
    lambda q: (q.get(), q.get(), q.empty()),
)


class LocalSub(threading.local):
    def __init__(self, x):
        self.x = x


case("local sub", lambda: LocalSub(4), lambda k: k.x)
case("pool", lambda: concurrent.futures.ThreadPoolExecutor(2), lambda p: p.submit(sq, 3).result())
case("future", lambda: (lambda f: (f.set_result(3), f)[1])(concurrent.futures.Future()), lambda f: f.result())
case(
    "stringio",
    lambda: (lambda s: (s.write("abc"), s.seek(1), s)[2])(io.StringIO()),
    lambda s: (s.read(), s.getvalue()),
)
case("stringio newline", lambda: io.StringIO("a\r\nb\n", newline=None), lambda s: (s.read(), s.getvalue()))
case(
    "bytesio",
    lambda: (lambda s: (s.write(b"abc"), s.seek(1), s)[2])(io.BytesIO()),
    lambda s: (s.read(), s.getvalue()),
)
case(
    "textio over bytesio",
    lambda: (lambda s: (s.readline(), s)[1])(io.TextIOWrapper(io.BytesIO(b"a\nb\nc"), "utf-8")),
    lambda s: s.read(),
)
case(
    "textio over bytesio w",
    lambda: (lambda s: (s.write("abc"), s)[1])(io.TextIOWrapper(io.BytesIO(), "utf-8")),
    lambda s: (s.write("d"), s.flush(), s.buffer.getvalue()),
)
case(
    "bufreader over bytesio",
    lambda: (lambda s: (s.read(2), s)[1])(io.BufferedReader(io.BytesIO(b"abcdef"))),
    lambda s: s.read(),
)
case(
    "incremental decoder",
    lambda: (lambda d: (d.decode(b"\xe2\x82"), d)[1])(codecs.getincrementaldecoder("utf-8")()),
    lambda d: d.decode(b"\xac"),
)
case("newline decoder", lambda: io.IncrementalNewlineDecoder(None, True), lambda d: d.decode("a\r\n"))
tmp = tempfile.mkdtemp()
P = lambda n: os.path.join(tmp, n)
with gzip.open(P("a.gz"), "wb") as f:
    f.write(b"0123456789" * 1000)
with bz2.open(P("a.bz2"), "wb") as f:
    f.write(b"0123456789" * 1000)
with lzma.open(P("a.xz"), "wb") as f:
    f.write(b"0123456789" * 1000)
with zipfile.ZipFile(P("a.zip"), "w") as z:
    z.writestr("m", b"0123456789" * 1000)
case("gzip r", lambda: (lambda g: (g.read(13), g)[1])(gzip.open(P("a.gz"))), lambda g: (g.read(4), g.tell()))
case("gzip rt", lambda: (lambda g: (g.read(13), g)[1])(gzip.open(P("a.gz"), "rt")), lambda g: g.read(4))
case("bz2 r", lambda: (lambda g: (g.read(13), g)[1])(bz2.open(P("a.bz2"))), lambda g: g.read(4))
case("lzma r", lambda: (lambda g: (g.read(13), g)[1])(lzma.open(P("a.xz"))), lambda g: g.read(4))
case("zip", lambda: zipfile.ZipFile(P("a.zip")), lambda z: (z.namelist(), z.read("m")[:3]))
case(
    "zip member",
    lambda: (lambda m: (m.read(13), m)[1])(zipfile.ZipFile(P("a.zip")).open("m")),
    lambda m: m.read(4),
)
case(
    "mmap",
    lambda: (lambda f: mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ))(open(P("a.gz"), "rb")),
    lambda m: (len(m), m.tell()),
)
case(
    "mmap anon",
    lambda: (lambda m: (m.write(b"abc"), m)[1])(mmap.mmap(-1, 100)),
    lambda m: (len(m), m.tell(), m[:4]),
)
case(
    "tempfile named",
    lambda: (lambda f: (f.write(b"abc"), f.flush(), f)[2])(tempfile.NamedTemporaryFile(dir=tmp)),
    lambda f: (f.seek(0), f.read()),
)
case(
    "spooled",
    lambda: (lambda f: (f.write(b"abc"), f)[1])(tempfile.SpooledTemporaryFile()),
    lambda f: (f.seek(0), f.read()),
)
case("tempdir", lambda: tempfile.TemporaryDirectory(), lambda d: os.path.isdir(d.name))
case(
    "sqlite mem",
    lambda: (
        lambda c: (
            c.executescript("create table t(a); insert into t values(3); insert into t values('x')"),
            c.commit(),
            c,
        )[2]
    )(sqlite3.connect(":memory:")),
    lambda c: L(c.execute("select * from t")),
)
case(
    "sqlite file",
    lambda: (
        lambda c: (
            c.executescript("create table if not exists t(a); insert into t values(3)"),
            c.commit(),
            c,
        )[2]
    )(sqlite3.connect(P("x.db"))),
    lambda c: L(c.execute("select a from t limit 1")),
)
case("sqlite cursor", lambda: sqlite3.connect(":memory:").cursor(), lambda c: L(c.execute("select 1")))
case(
    "sqlite row",
    lambda: (lambda c: (setattr(c, "row_factory", sqlite3.Row), c.execute("select 1 as a").fetchone())[1])(
        sqlite3.connect(":memory:")
    ),
    lambda r: (r["a"], r.keys()),
)
case("ctypes int", lambda: ctypes.c_int(4), repr)


class St(ctypes.Structure):
    _fields_ = [("a", ctypes.c_int), ("b", ctypes.c_double)]


case("ctypes struct", lambda: St(1, 2.0), lambda s: (s.a, s.b))
case("ctypes array", lambda: (ctypes.c_int * 3)(1, 2, 3), lambda a: L(a))
case("ctypes buffer", lambda: ctypes.create_string_buffer(b"abc"), lambda a: a.value)
case("ctypes charp", lambda: ctypes.c_char_p(b"abc"), lambda a: a.value)
case("array", lambda: array.array("d", [1, 2]), repr)
case("logger", lambda: logging.getLogger("a.b"), lambda k: (k.name, k is logging.getLogger("a.b")))
case(
    "log handler",
    lambda: (lambda h: (h.setFormatter(logging.Formatter("%(message)s!")), h)[1])(
        logging.StreamHandler(io.StringIO())
    ),
    lambda h: (h.emit(logging.makeLogRecord({"msg": "hi"})), h.stream.getvalue()),
)
case("log filehandler", lambda: logging.FileHandler(P("log")), lambda h: h.baseFilename)


def argp():
    p = argparse.ArgumentParser("x")
    p.add_argument("--a", type=int)
    return p


case("argparse", argp, lambda p: p.parse_args(["--a", "3"]))


def mocked():
    m = unittest.mock.Mock(return_value=3)
    m(1, a=2)
    m.x.y = 5
    return m


case("mock", mocked, lambda m: (m(), m.call_count, m.x.y, str(m.call_args_list)))
case("magicmock", lambda: unittest.mock.MagicMock(), lambda m: (len(m), m[3] is not None))
case(
    "asyncio queue",
    lambda: (lambda q: (q.put_nowait(1), q)[1])(asyncio.Queue()) if sys.version_info >= (3, 10) else 1,
    lambda q: q if q == 1 else q.get_nowait(),
)
case(
    "asyncio lock",
    lambda: asyncio.Lock() if sys.version_info >= (3, 10) else 1,
    lambda k: k if k == 1 else k.locked(),
)
case(
    "asyncio event",
    lambda: asyncio.Event() if sys.version_info >= (3, 10) else 1,
    lambda k: k if k == 1 else k.is_set(),
)
case("asyncio loop", lambda: asyncio.new_event_loop(), lambda k: k.run_until_complete(asyncio.sleep(0, 3)))


class LE(enum.Flag):
    X = 1
    Y = 2


case("flag", lambda: LE.X | LE.Y, lambda f: (f is LE(3), f))
case("generic alias", lambda: [typing.List[int], typing.Dict[str, typing.Optional[int]]], repr)
if sys.version_info >= (3, 9):
    case("list[int]", lambda: list[int], repr)
if sys.version_info >= (3, 10):
    case("union", lambda: int | str, repr)


def tb():
    try:
        print(1 / 0)
    except ZeroDivisionError as e:
        return e.__traceback__


case("traceback", tb, lambda t: t.tb_lineno)


def fr():
    try:
        print(1 / 0)
    except ZeroDivisionError as e:
        return e.__traceback__.tb_frame


case("frame finished", fr, lambda f: (f.f_code.co_name, f.f_lineno))


def outer():
    x = 4

    def inner():
        return x

    return inner.__closure__[0]


case("cell", outer, lambda c: c.cell_contents)
case("code", lambda: sq.__code__, lambda c: c.co_name)


class Tgt:
    pass


tgt = Tgt()
case(
    "finalizer",
    lambda: (lambda t: [t, weakref.finalize(t, print, "gone")])(Tgt()),
    lambda x: (x[1].alive, x[1].detach() is not None),
)
case(
    "weakmethod",
    lambda: (lambda t: [t, weakref.WeakMethod(t.m)])(type("T", (), {"m": lambda self: 5})()),
    lambda x: x[1]()(),
)
case("weakset", lambda: (lambda t: [t, weakref.WeakSet([t])])(Tgt()), lambda x: x[0] in x[1])
case("wvd", lambda: (lambda t: [t, weakref.WeakValueDictionary(a=t)])(Tgt()), lambda x: x[1]["a"] is x[0])
case("wkd", lambda: (lambda t: [t, weakref.WeakKeyDictionary({t: 1})])(Tgt()), lambda x: x[1][x[0]])
case("hash", lambda: hashlib.sha256(b"a"), lambda h: h.hexdigest())
case("zlib", lambda: zlib.compressobj(), lambda h: h.compress(b""))
case("crc", lambda: types.SimpleNamespace(a=1), repr)
case(
    "exitstack",
    lambda: (lambda s: (s.callback(print), s)[1])(contextlib.ExitStack()),
    lambda s: len(s._exit_callbacks),
)
case("partial", lambda: functools.partial(sq, 3), lambda p: p())
case("partialmethod", lambda: functools.partialmethod(sq, 3), lambda p: p.args)
case("cached_property", lambda: functools.cached_property(sq), lambda p: p.func(2))
case(
    "cmp_to_key",
    lambda: functools.cmp_to_key(lambda a, b: a - b)(3),
    lambda k: k < functools.cmp_to_key(lambda a, b: a - b)(4),
)
case("cmp_to_key f", lambda: functools.cmp_to_key(lambda a, b: a - b), lambda k: k(3) < k(4))
case(
    "operator",
    lambda: [operator.itemgetter(1), operator.attrgetter("a.b"), operator.methodcaller("x", 1)],
    repr,
)
case("ET", lambda: ET.fromstring("<a><b/>x</a>"), lambda e: ET.tostring(e))
case("ET iter", lambda: ET.fromstring("<a><b/><c/></a>").iter(), lambda i: [e.tag for e in i])
case("json enc", lambda: json.JSONEncoder(), lambda e: e.encode([1]))
case("json dec", lambda: json.JSONDecoder(), lambda e: e.decode("[1]"))
case("textwrapper", lambda: textwrap.TextWrapper(), lambda e: e.width)
case("csv writer", lambda: csv.writer(io.StringIO()), lambda w: w.writerow([1]))
case("csv dialect", lambda: csv.reader([], delimiter=";").dialect, lambda d: d.delimiter)
case("csv dictreader", lambda: csv.DictReader(["a,b", "1,2"]), lambda d: next(d)["a"])
case("locale strx", lambda: time.localtime(), lambda t: t.tm_year > 2000)
case("pattern scanner", lambda: re.compile("a").scanner("aaa"), lambda s: s.match().group())
case("stat", lambda: os.stat("/"), lambda s: s.st_mode)
case("environ", lambda: os.environ, lambda e: e is os.environ)
case("dirfd", lambda: os.open("/", os.O_RDONLY), lambda x: 1)
case("ellipsis", lambda: [..., NotImplemented, None], repr)
case("typing", lambda: typing.NewType("N", int), lambda n: n(3))


async def co():
    return 3


case("coroutine", lambda: co(), lambda c: (lambda: [c.send(None)])() if 0 else c.close())
case("coro wrapper", lambda: co().__await__(), lambda c: c.close())


async def ag():
    yield 1


case("asyncgen", lambda: ag(), lambda c: 1)
case("anext", lambda: ag().__anext__(), lambda c: c.close())
case("contextmanager", lambda: contextlib.contextmanager(lambda: (yield 3))(), lambda c: c.__enter__())
case("http cookies", lambda: http.cookies.SimpleCookie("a=b"), lambda c: c["a"].value)
case("datetime tz", lambda: datetime.datetime.now(datetime.timezone.utc), lambda d: d.year > 2000)
case("template", lambda: string.Template("$a"), lambda t: t.substitute(a=1))
case("staticm", lambda: A.__dict__, lambda d: "f" in d)
case(
    "methoddesc",
    lambda: [str.join, dict.fromkeys, int.__add__, [].append, "x".join, types.MethodType],
    lambda x: 1,
)
case("warnings catch", lambda: warnings.catch_warnings(), lambda w: w.__enter__())
case("sched", lambda: sched.scheduler(), lambda s: s.empty())
case("selector", lambda: selectors.DefaultSelector(), lambda s: 1)


#: What of it can't be carried: the state of these is out of reach, or means nothing elsewhere.
def main():
    for name, (make, look) in cases.items():
        look = look or repr
        thing = make()
        try:
            data = pyteleport.dumps(thing)
        except pyteleport.UnsupportedObjectError as error:
            assert "hint: " in str(error), (name, str(error))
            print("refused", name)
            continue
        try:
            arrived = pyteleport.loads(data)
            found = look(arrived)
        except Exception as error:
            print("BROKEN", name, repr(error))
            continue
        wanted = look(make()) if name.startswith("lru") else look(thing)
        if found != wanted:
            print("WRONG", name, found, "not", wanted)
    print("done")


if __name__ == "__main__":
    main()
