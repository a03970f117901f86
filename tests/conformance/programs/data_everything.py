# One hop with an object of each of some two hundred kinds: each is used over there as it would be here.
import abc
import argparse
import array
import ast
import builtins
import bz2
import codecs
import collections
import configparser
import contextlib
import csv
import dataclasses
import datetime
import difflib
import enum
import functools
import gettext
import gzip
import inspect
import io
import ipaddress
import itertools
import json
import logging
import operator
import os
import pathlib
import queue
import re
import reprlib
import shlex
import statistics
import string
import struct
import sys
import tempfile
import textwrap
import threading
import time
import traceback
import types
import typing
import uuid
import weakref
import zipfile

from hop import hop

CASES = []


def case(make, look, need=(3, 8)):
    if sys.version_info >= need:
        CASES.append((make, look))


def it(count):
    yield from range(count)


try:
    import zoneinfo
except ImportError:
    zoneinfo = None
try:
    import graphlib
except ImportError:
    graphlib = None


def try_(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return type(e).__name__, str(e)


def frame_locals():
    x = 5
    return locals()


def f1(a):
    return a


def f3(a, b, c=9):
    return a, b, c


def pair_started():
    o = itertools.pairwise(it(4))
    next(o)
    return o


def group_started():
    o = itertools.groupby([1, 1, 2, 2, 3])
    k, g = next(o)
    next(g)
    return o, g


def cycle_started():
    o = itertools.cycle(it(3))
    next(o)
    next(o)
    next(o)
    next(o)
    return o


def islice_started():
    o = itertools.islice(it(20), 2, 15, 3)
    next(o)
    return o


class Seq:
    def __init__(self):
        self.l = [0, 3, 2]

    def __getitem__(self, i):
        return [7, 8, 9][i]

    def pop(self):
        return self.l.pop()

    def __eq__(self, other):
        return type(self) is type(other)


class Base:
    def who(self):
        return "base"


class Sub(Base):
    def who(self):
        return "sub"

    @property
    def prop(self):
        "documented"
        return 7

    @classmethod
    def cm(cls):
        return cls.__name__

    @staticmethod
    def sm():
        return "static"


KEEP = Sub()


def csv_writer():
    s = io.StringIO()
    return csv.writer(s, delimiter=";", quoting=csv.QUOTE_NONNUMERIC), s


def inc_started():
    o = codecs.getincrementaldecoder("utf-8")()
    o.decode(b"\xe2\x82")
    return o


def enc_started():
    o = codecs.getincrementalencoder("utf-16")()
    o.encode("a")
    return o


def super_unbound():
    return super(Sub)


def cached():
    o = functools.lru_cache(None)(f1)
    o(1)
    o(2)
    return o


def locked():
    o = threading.Lock()
    o.acquire()
    return o


def rlock():
    o = threading.RLock()
    o.acquire()
    o.acquire()
    return o


def zone():
    return zoneinfo.ZoneInfo("UTC")


def argparse_made():
    p = argparse.ArgumentParser(prog="x")
    p.add_argument("-x", type=int, default=2)
    return p


def config_made():
    c = configparser.ConfigParser()
    c.read_string("[a]\nb=%(c)s\nc=3")
    return c


def graphlib_made():
    return graphlib.TopologicalSorter({"a": ["b"], "b": ["c"]})


@contextlib.contextmanager
def managed():
    yield 5


def ctx_manager():
    return managed()


def gzip_member():
    return gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"data")))


def zip_made():
    b = io.BytesIO()
    with zipfile.ZipFile(b, "w") as z:
        z.writestr("a", "content")
    return zipfile.ZipFile(b)


def abc_made():
    class A(abc.ABC):
        pass

    A.register(int)
    return A


def exc_made():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise KeyError("k") from e
    except KeyError as e:
        return e


def noted():
    e = ValueError(1)
    e.add_note("note")
    return e


def time_struct():
    return time.gmtime(0)


def bz():
    b = io.BytesIO(bz2.compress(b"abcdef"))
    o = bz2.BZ2File(b)
    o.read(1)
    return o, b


def template_string():
    return eval("t'a{1}b{2!r}'")


def forward_ref():
    return typing.ForwardRef("X")


def builtins_dict():
    return builtins.__dict__
case(lambda: map(pow, [1, 2, 3], [2, 2], strict=True), lambda o: (next(o), [try_(list, o)]), (3, 14))
case(lambda: zip([1, 2, 3], [4, 5], strict=True), lambda o: (next(o), next(o), try_(next, o)), (3, 10))
case(lambda: zip([1, 2, 3], [4, 5]), lambda o: (next(o), list(o), try_(next, o)))
case(lambda: frame_locals(), lambda o: (sorted(o), o['x']), (3, 13))
case(lambda: functools.partial(f3, functools.Placeholder, 2), lambda o: (o(1, 3),), (3, 14))
case(lambda: functools.partial(f3, 1, c=4), lambda o: (o(2), o.func is f3, o.args, o.keywords))
case(lambda: itertools.batched(it(5), 2), lambda o: (next(o), list(o)), (3, 12))
case(lambda: itertools.pairwise(it(4)), lambda o: (list(o),), (3, 10))
case(lambda: pair_started(), lambda o: (list(o),), (3, 10))
case(lambda: itertools.tee(it(5), 3), lambda o: (next(o[0]), next(o[0]), next(o[1]), list(o[2]), list(o[0]), list(o[1])))
case(lambda: itertools.groupby([1, 1, 2, 2, 3]), lambda o: ([(k, list(g)) for k, g in o],))
case(lambda: group_started(), lambda o: (list(o[1]), [(k, list(g)) for k, g in o[0]]))
case(lambda: itertools.cycle(it(3)), lambda o: ([next(o) for _ in range(7)],))
case(lambda: cycle_started(), lambda o: ([next(o) for _ in range(7)],))
case(lambda: itertools.count(2.5, 0.5), lambda o: (next(o), next(o), repr(o)))
case(lambda: itertools.count(10 ** 30), lambda o: (next(o), next(o)))
case(lambda: itertools.repeat('x', 3), lambda o: (next(o), list(o)))
case(lambda: itertools.chain.from_iterable([it(2), it(3)]), lambda o: (next(o), list(o)))
case(lambda: itertools.product(it(2), 'ab', repeat=2), lambda o: (next(o), len(list(o))))
case(lambda: itertools.permutations(range(4), 2), lambda o: (next(o), next(o), len(list(o))))
case(lambda: itertools.combinations_with_replacement('abc', 2), lambda o: (next(o), list(o)))
case(lambda: itertools.islice(it(20), 2, 15, 3), lambda o: (next(o), list(o)))
case(lambda: islice_started(), lambda o: (list(o),))
case(lambda: itertools.zip_longest('abc', it(2), fillvalue=9), lambda o: (next(o), list(o)))
case(lambda: itertools.accumulate([1, 2, 3], initial=100), lambda o: (next(o), list(o)))
case(lambda: itertools.starmap(pow, [(2, 3), (3, 2)]), lambda o: (next(o), list(o)))
case(lambda: enumerate(it(3), 5), lambda o: (next(o), list(o)))
case(lambda: reversed([1, 2, 3]), lambda o: (next(o), list(o)))
case(lambda: reversed(range(5)), lambda o: (next(o), list(o)))
case(lambda: reversed('abc'), lambda o: (next(o), list(o)))
case(lambda: reversed({1: 2, 3: 4}.items()), lambda o: (next(o), list(o)))
case(lambda: iter('a€b'), lambda o: (next(o), list(o)))
case(lambda: iter(b'abc'), lambda o: (next(o), list(o)))
case(lambda: iter(bytearray(b'abc')), lambda o: (next(o), list(o)))
case(lambda: iter((1, 2, 3)), lambda o: (next(o), list(o)))
case(lambda: iter({3}), lambda o: (next(o), list(o)))
case(lambda: iter(range(10 ** 20, 10 ** 20 + 3)), lambda o: (next(o), list(o)))
case(lambda: iter(memoryview(b'abc')), lambda o: (next(o), list(o)))
case(lambda: iter(array.array('i', [1, 2])), lambda o: (next(o), list(o)))
case(lambda: iter(collections.deque([1, 2, 3])), lambda o: (next(o), list(o)))
case(lambda: reversed(collections.deque([1, 2, 3])), lambda o: (next(o), list(o)))
case(lambda: iter(collections.OrderedDict(a=1, b=2)), lambda o: (next(o), list(o)))
case(lambda: iter(collections.OrderedDict(a=1, b=2).items()), lambda o: (next(o), list(o)))
case(lambda: iter(Seq()), lambda o: (next(o), list(o)))
case(lambda: iter(Seq().pop, 0), lambda o: (next(o), list(o)))
case(lambda: re.finditer('a(.)', 'abacad'), lambda o: (next(o).group(1), [m.span() for m in o]))
case(lambda: re.compile('a(?P<x>.)').match('ab'), lambda o: (o['x'], o.lastgroup, o.re.pattern))
case(lambda: re.compile('(a)|b').scanner('abab'), lambda o: (o.match().span(), o.match().span(), o.search().span()))
case(lambda: csv.reader(['a,b', 'c,"d']), lambda o: (next(o), o.line_num, try_(next, o)))
case(lambda: csv.DictReader(['a,b', '1,2', '3,4']), lambda o: (next(o), list(o)))
case(lambda: csv_writer(), lambda o: (o[0].writerow([1, 'x y']), o[1].getvalue()))
case(lambda: json.JSONDecoder(), lambda o: (o.decode('[1]'),))
case(lambda: json.JSONEncoder(indent=1), lambda o: (o.encode([1]),))
case(lambda: io.StringIO('a\nb\n'), lambda o: (next(o), o.tell(), o.read()))
case(lambda: io.BytesIO(b'abc'), lambda o: (o.read(1), o.getbuffer().tobytes(), o.read()))
case(lambda: io.TextIOWrapper(io.BytesIO(b'ab\ncd'), 'utf-8'), lambda o: (o.readline(), o.tell(), o.read()))
case(lambda: io.BufferedReader(io.BytesIO(b'abcdef')), lambda o: (o.peek()[:2], o.read(3), o.read()))
case(lambda: codecs.getincrementaldecoder('utf-8')(), lambda o: (o.decode(b'\xe2\x82'), o.decode(b'\xac')))
case(lambda: inc_started(), lambda o: (o.decode(b'\xac'),))
case(lambda: codecs.getincrementalencoder('utf-16')(), lambda o: (o.encode('a'), o.encode('b')))
case(lambda: enc_started(), lambda o: (o.encode('b'),))
case(lambda: memoryview(bytearray(b'abcdef'))[1:5:2], lambda o: (o.tobytes(), o.strides))
case(lambda: memoryview(array.array('i', [1, 2, 3, 4])).cast('B'), lambda o: (len(o), o.format))
case(lambda: memoryview(bytes(24)).cast('B').cast('i', (2, 3)), lambda o: (o.shape, o.tolist()))
case(lambda: types.SimpleNamespace(a=1, b=[2]), lambda o: (o, o.b))
case(lambda: types.MappingProxyType({'a': 1}), lambda o: (o, dict(o)))
case(lambda: types.GenericAlias(list, (int,)), lambda o: (o, o.__origin__), (3, 9))
case(lambda: int | str, lambda o: (o, isinstance(1, o)), (3, 10))
case(lambda: types.MethodType(f3, 1), lambda o: (o(2, 3),))
case(lambda: types.CellType(5), lambda o: (o.cell_contents,))
case(lambda: types.CodeType.replace(f3.__code__, co_name='other'), lambda o: (o.co_name,))
case(lambda: [].append, lambda o: (o(5), o.__self__))
case(lambda: 'x'.join, lambda o: (o(['a', 'b']),))
case(lambda: str.join, lambda o: (o('x', ['a']),))
case(lambda: int.__add__, lambda o: (o(1, 2),))
case(lambda: 5 .__add__, lambda o: (o(2),))
case(lambda: dict.fromkeys, lambda o: (o('ab'),))
case(lambda: object.__new__, lambda o: (type(o(Seq)),))
case(lambda: type.__dict__['__name__'], lambda o: (o.__get__(int),))
case(lambda: super(Sub, Sub()), lambda o: (o.who(), o.__self_class__))
case(lambda: super_unbound(), lambda o: (type(o),))
case(lambda: property(lambda s: 5, doc='d'), lambda o: (o.fget(0), o.__doc__))
case(lambda: Sub.__dict__['prop'], lambda o: (o.__get__(Sub()), o.__doc__))
case(lambda: Sub.__dict__['cm'], lambda o: (o.__func__(Sub),))
case(lambda: Sub.__dict__['sm'], lambda o: (o.__func__(),))
case(lambda: Sub().who, lambda o: (o(), o.__self__.who()))
case(lambda: operator.itemgetter(1, 'x'), lambda o: (repr(o),))
case(lambda: operator.attrgetter('a.b'), lambda o: (repr(o),))
case(lambda: operator.methodcaller('m', 1, k=2), lambda o: (repr(o),))
case(lambda: functools.lru_cache(2)(f1), lambda o: (o(1), o(1), o.cache_info()))
case(lambda: cached(), lambda o: (o(1), o(3), o.cache_info()))
case(lambda: functools.cmp_to_key(lambda a, b: a - b), lambda o: (sorted([3, 1], key=o),))
case(lambda: functools.cmp_to_key(lambda a, b: a - b)(5), lambda o: (o.obj,))
case(lambda: functools.singledispatch(f1), lambda o: (o(1), list(o.registry)))
case(lambda: weakref.ref(KEEP), lambda o: (o() is KEEP,))
case(lambda: weakref.proxy(KEEP), lambda o: (o.who(),))
case(lambda: weakref.WeakMethod(KEEP.who), lambda o: (o()(),))
case(lambda: weakref.WeakSet([KEEP]), lambda o: (list(o) == [KEEP],))
case(lambda: weakref.WeakKeyDictionary({KEEP: 1}), lambda o: (list(o.items()) == [(KEEP, 1)],))
case(lambda: weakref.finalize(KEEP, print, 'end'), lambda o: (o.alive, o.detach()[1:]))
case(lambda: threading.Lock(), lambda o: (o.locked(), o.acquire(False)))
case(lambda: locked(), lambda o: (o.locked(), o.release()))
case(lambda: rlock(), lambda o: (o._is_owned(), o.release(), o.release(), try_(o.release)))
case(lambda: threading.Semaphore(3), lambda o: (o.acquire(), o._value))
case(lambda: threading.Barrier(2), lambda o: (o.parties, o.n_waiting))
case(lambda: threading.Event(), lambda o: (o.is_set(), o.set(), o.is_set()))
case(lambda: threading.local(), lambda o: (vars(o),))
case(lambda: threading.Timer(5, print), lambda o: (o.interval, o.is_alive()))
case(lambda: queue.PriorityQueue(5), lambda o: (o.put(3), o.put(1), o.get()))
case(lambda: queue.SimpleQueue(), lambda o: (o.put(1), o.get()))
case(lambda: queue.LifoQueue(), lambda o: (o.empty(),))
case(lambda: datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=1), 'X')), lambda o: (o, o.tzinfo.tzname(None)))
case(lambda: datetime.timedelta(1, 2, 3), lambda o: (o,))
case(lambda: zone(), lambda o: (o.key, datetime.datetime(2020, 7, 1, tzinfo=o).isoformat()), (3, 9))
case(lambda: uuid.UUID(int=5), lambda o: (o,))
case(lambda: ipaddress.ip_network('10.0.0.0/8'), lambda o: (o, o.num_addresses))
case(lambda: pathlib.Path('a/b'), lambda o: (o.parent, o.name))
case(lambda: inspect.signature(f3), lambda o: (o, o.parameters['c'].default))
case(lambda: inspect.Parameter.empty, lambda o: (o is inspect.Parameter.empty,))
case(lambda: ast.parse('a = 1'), lambda o: (ast.dump(o),))
case(lambda: argparse_made(), lambda o: (vars(o.parse_args(['-x', '3'])),))
case(lambda: config_made(), lambda o: (o['a']['b'], o.sections()))
case(lambda: difflib.SequenceMatcher(None, 'abc', 'abd'), lambda o: (o.ratio(),))
case(lambda: string.Template('$a'), lambda o: (o.substitute(a=1),))
case(lambda: string.Formatter(), lambda o: (o.format('{}', 1),))
case(lambda: textwrap.TextWrapper(5), lambda o: (o.wrap('aa bb cc'),))
case(lambda: reprlib.Repr(), lambda o: (o.repr(list(range(20))),))
case(lambda: shlex.shlex('a "b c" d'), lambda o: (o.get_token(), list(o)))
case(lambda: graphlib_made(), lambda o: (list(o.static_order()),), (3, 9))
case(lambda: statistics.NormalDist(1, 2), lambda o: (o.mean, o.cdf(1)))
case(lambda: struct.Struct('>h'), lambda o: (o.pack(5), o.size))
case(lambda: ctx_manager(), lambda o: ([x for x in [o.__enter__()]], o.__exit__(None, None, None)))
case(lambda: contextlib.redirect_stdout(io.StringIO()), lambda o: (o._new_target.getvalue(),))
case(lambda: tempfile.SpooledTemporaryFile(), lambda o: (o.write(b'x'), o.seek(0), o.read()))
case(lambda: gzip_member(), lambda o: (o.read(),))
case(lambda: zip_made(), lambda o: (o.namelist(), o.read('a')))
case(lambda: typing.List[int], lambda o: (o,))
case(lambda: typing.Optional[int], lambda o: (o,))
case(lambda: typing.Callable[[int], str], lambda o: (o,))
case(lambda: typing.TypeVar('T', bound=int), lambda o: (o.__bound__, o.__name__))
case(lambda: typing.NamedTuple('P', [('x', int)]), lambda o: (o(1), o._fields))
case(lambda: typing.TypedDict('D', {'x': int}), lambda o: (o.__annotations__, o(x=1)))
case(lambda: typing.NewType('N', int), lambda o: (o(5), o.__name__))
case(lambda: collections.namedtuple('Q', 'x y', defaults=[2]), lambda o: (o(1), o._field_defaults))
case(lambda: collections.Counter('abca'), lambda o: (o.most_common(1), o['z']))
case(lambda: collections.ChainMap({'a': 1}, {'b': 2}), lambda o: (o['b'], o.maps))
case(lambda: collections.defaultdict(list, a=[1]), lambda o: (o['z'], o))
case(lambda: collections.deque([1, 2, 3], 2), lambda o: (o, o.maxlen))
case(lambda: collections.UserDict(a=1), lambda o: (o, o.data))
case(lambda: collections.UserString('ab'), lambda o: (o.upper(),))
case(lambda: enum.Enum('E', 'A B'), lambda o: (o.A, o(2), list(o)))
case(lambda: enum.IntFlag('F', 'A B'), lambda o: (o(3), o.A | o.B))
case(lambda: dataclasses.make_dataclass('DC', [('x', int, 3)]), lambda o: (o(), dataclasses.fields(o)[0].default))
case(lambda: dataclasses.field(default=3), lambda o: (o.default,))
case(lambda: types.new_class('K', (), {}, lambda ns: ns.update(a=1)), lambda o: (o.a, o.__mro__))
case(lambda: abc_made(), lambda o: (isinstance(3, o), issubclass(list, o)))
case(lambda: ValueError('x'), lambda o: (o.args, o.__traceback__))
case(lambda: exc_made(), lambda o: (o.args, type(o.__cause__), type(o.__context__), o.__traceback__.tb_lineno > 0))
case(lambda: OSError(2, 'No', 'file'), lambda o: (o.errno, o.filename, str(o)))
case(lambda: UnicodeDecodeError('utf-8', b'x', 0, 1, 'bad'), lambda o: (str(o),))
case(lambda: SyntaxError('m', ('f', 1, 2, 'text')), lambda o: (o.lineno, o.text))
case(lambda: StopIteration(5), lambda o: (o.value,))
case(lambda: SystemExit(3), lambda o: (o.code,))
case(lambda: KeyError('k'), lambda o: (str(o),))
case(lambda: ImportError('m', name='n', path='p'), lambda o: (o.name, o.path))
case(lambda: AttributeError('m', name='n', obj=3), lambda o: (o.name, o.obj), (3, 10))
case(lambda: ExceptionGroup('g', [ValueError(1), TypeError(2)]), lambda o: (o.exceptions, o.split(ValueError)), (3, 11))
case(lambda: noted(), lambda o: (o.__notes__,), (3, 11))
case(lambda: slice(1, 2, [3]), lambda o: (o, o.step))
case(lambda: range(1, 10 ** 30, 7), lambda o: (o, len(range(1, 9, 7))))
case(lambda: Ellipsis, lambda o: (o is Ellipsis,))
case(lambda: NotImplemented, lambda o: (o is NotImplemented,))
case(lambda: float('nan'), lambda o: (o != o,))
case(lambda: -0.0, lambda o: (repr(o),))
case(lambda: complex(1, -0.0), lambda o: (o,))
case(lambda: 10 ** 50, lambda o: (o,))
case(lambda: '\ud800', lambda o: (len(o),))
case(lambda: frozenset([1, frozenset([2])]), lambda o: (o == frozenset([1, frozenset([2])]),))
case(lambda: bytearray(b'x'), lambda o: (o, o.append(1), o))
case(lambda: array.array('d', [1.5]), lambda o: (o, o.typecode))
case(lambda: sys.flags, lambda o: (o is sys.flags,))
case(lambda: sys.version_info, lambda o: (o is sys.version_info, o[:2]))
case(lambda: sys.implementation, lambda o: (o is sys.implementation,))
case(lambda: os.environ, lambda o: (o is os.environ,))
case(lambda: os.stat('/'), lambda o: (o.st_mode, type(o).__name__))
case(lambda: os.times(), lambda o: (type(o).__name__,))
case(lambda: os.terminal_size((80, 24)), lambda o: (o.columns,))
case(lambda: os.uname(), lambda o: (o.sysname,))
case(lambda: time_struct(), lambda o: (o.tm_year, o[:3]))
case(lambda: logging.getLogger('x.y'), lambda o: (o is logging.getLogger('x.y'),))
case(lambda: logging.LogRecord('n', 10, 'p', 1, 'm %s', ('a',), None), lambda o: (o.getMessage(),))
case(lambda: logging.Formatter('%(message)s'), lambda o: (o._fmt,))
case(lambda: traceback.TracebackException(ValueError, ValueError('x'), None), lambda o: (list(o.format()),))
case(lambda: gettext.NullTranslations(), lambda o: (o.gettext('x'),))
case(lambda: bz(), lambda o: (o[0].read(2), o[0].read()))
case(lambda: template_string(), lambda o: (list(o), o.values), (3, 14))
case(lambda: forward_ref(), lambda o: (o.__forward_arg__, o == forward_ref()))
case(lambda: sys.stdout, lambda o: (o is sys.stdout,))
case(lambda: print, lambda o: (o is print,))
case(lambda: builtins_dict(), lambda o: (o is builtins_dict(),))

made = [make() for make, _ in CASES]
hop()
for number, ((_, look), thing) in enumerate(zip(CASES, made)):
    try:
        print(number, *look(thing))
    except Exception as error:
        print(number, type(error).__name__, error)
