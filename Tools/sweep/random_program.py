#!/usr/bin/env python3
"""Write a random program that runs the same each time, for the sweep.

    Tools/sweep/random_program.py SEED MINOR [--hops] > program.py

With --hops it moves, again and again, from wherever the seed says, if PYTELEPORT_HOPS says how often at most; it shows the same as without. The program is put together from templates, so that whatever Python code can stand in stands in everything else: operators with their
methods, loops over all kinds of iterators, handlers, context managers, classes, closures, generators, coroutines, patterns. It shows what
each part gave and a log of what its objects were asked. MINOR is that of the interpreter it is for.
"""

import random
import sys

HEAD = """\
import array
import bisect
import collections
import contextlib
import contextvars
import copy
import csv
import dataclasses
import decimal
import enum
import fractions
import functools
import heapq
import io
import itertools
import json
import logging
import operator
import os
import pprint
import queue
import random
import re
import signal
import string
import struct
import textwrap
import threading
import traceback
import types
import typing
import warnings
import weakref

LOG = []


def log(*what):
    LOG.append(what)
    return what[-1]


class V:
    __slots__ = ("n",)
    __match_args__ = ("n",)

    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return V(self.n + N(other))

    def __radd__(self, other):
        return V(other + self.n)

    def __iadd__(self, other):
        log("iadd", self.n)
        return V(self.n + N(other))

    def __mul__(self, other):
        return NotImplemented if isinstance(other, str) else V(self.n * N(other) % 97)

    def __mod__(self, other):
        return self.n % (N(other) or 1)

    def __neg__(self):
        return log("neg", -self.n)

    def __lt__(self, other):
        return log("lt", self.n < N(other))

    def __gt__(self, other):
        return log("gt", self.n > N(other))

    def __ge__(self, other):
        return not self < other

    def __eq__(self, other):
        return self.n == N(other)

    def __hash__(self):
        return hash(self.n)

    def __bool__(self):
        return log("bool", self.n % 3 != 0)

    def __repr__(self):
        return "V(%d)" % self.n

    def __format__(self, spec):
        return "<" + format(self.n, spec) + ">"

    def __getitem__(self, at):
        if isinstance(at, slice):
            return (at.start, at.stop)
        if at > 3:
            raise IndexError(at)
        return self.n + at

    def __setitem__(self, at, value):
        log("set item", at, value)

    def __delitem__(self, at):
        log("del item", at)

    def __contains__(self, item):
        return log("in", item == self.n)

    def __call__(self, *arguments, **keywords):
        return V(self.n + len(arguments) + total(keywords.values()))

    def __index__(self):
        return log("index", self.n % 4)

    def __len__(self):
        return self.n % 4

    @property
    def p(self):
        return log("p", self.n)

    @p.setter
    def p(self, value):
        self.n = log("set p", value)


def N(thing):
    if isinstance(thing, V):
        return thing.n
    if isinstance(thing, int):
        return int(thing)
    return len(thing) if hasattr(thing, "__len__") else 7


def total(numbers):
    found = 0
    for number in numbers:
        found += number
    return found


class Wrong(Exception):
    pass


class Worse(Wrong):
    pass


@contextlib.contextmanager
def managed(value, swallows=False):
    log("enter", value)
    try:
        yield V(value)
    except Wrong as error:
        log("caught", type(error).__name__, error.args)
        if not swallows:
            raise
    finally:
        log("exit", value)


class Manager:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        log("enter", self.value)
        return self

    def __exit__(self, kind, error, trace):
        log("exit", self.value, kind and kind.__name__)
        return self.value % 2 == 0 and kind is Worse


def numbers(count):
    so_far = 0
    try:
        for number in range(count):
            so_far += (yield number + so_far) or 1
    finally:
        log("numbers", count, so_far)
    return so_far


def delegating(count):
    log("gave", (yield from numbers(count)))
    yield count


class Own:
    def __init__(self, count):
        self.left = count

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return log("next", self.left)


def wrapped(function):
    @functools.wraps(function)
    def inner(*arguments, **keywords):
        log("call", function.__name__)
        return function(*arguments, **keywords)

    return inner


class Base:
    told = []

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__()
        Base.told.append((cls.__name__, sorted(keywords)))

    def method(self, x):
        return x + 1

    def __getattr__(self, name):
        if name.startswith("made_up"):
            return log(name, len(name))
        raise AttributeError(name)


class Awaited:
    def __init__(self, count):
        self.count = count

    def __await__(self):
        for number in range(self.count):
            yield number
        return self.count * 2


async def waits(thing):
    return await Awaited(N(thing) % 3)


class AsyncManager:
    def __init__(self, value):
        self.value = value

    async def __aenter__(self):
        return await waits(self.value)

    async def __aexit__(self, *what):
        log("aexit", await waits(1))


async def anumbers(count):
    for number in range(count):
        await waits(number)
        yield number


def run(coroutine):
    try:
        while True:
            log("step", coroutine.send(None))
    except StopIteration as stop:
        return stop.value


class Descriptor:
    def __set_name__(self, owner, name):
        self.name = log("set name", owner.__name__, name)

    def __get__(self, instance, owner):
        return self if instance is None else log("get", instance.__dict__.get(self.name, 1))

    def __set__(self, instance, value):
        instance.__dict__[self.name] = log("set", N(value))


class Meta(type):
    def __call__(cls, *arguments):
        log("meta call", cls.__name__)
        return super().__call__(*arguments)

    def __instancecheck__(cls, thing):
        return log("instance", type.__instancecheck__(cls, thing))

    def __getattr__(cls, name):
        if name.startswith("made_up"):
            return log("meta", len(name))
        raise AttributeError(name)


class Copied:
    def __init__(self, *parts):
        self.parts = list(parts)

    def __deepcopy__(self, memo):
        return Copied(*copy.deepcopy(self.parts, memo))

    def __copy__(self):
        return log("copy", Copied(*self.parts[:1]))

    def __iter__(self):
        return iter(self.parts)

    def __repr__(self):
        return "Copied%r" % (tuple(self.parts),)


class Missing(dict):
    def __missing__(self, key):
        log("missing", key)
        return key * 2


CONTEXT = contextvars.ContextVar("CONTEXT", default=3)


def handle(number, frame):
    log("signal", number, frame.f_code.co_name if frame else None)


def places(trace):
    found = []
    while trace is not None:
        found.append((trace.tb_lineno, trace.tb_frame.f_code.co_name))
        trace = trace.tb_next
    return found


def trial(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error.args, places(error.__traceback__), repr(error.__context__), repr(error.__cause__))

"""

VARIABLES = ("a", "b", "c", "d")

#: Holes: NUM an expression that gives an int, VAR a variable, K a small number, U a number that is nowhere else.
NUMBERS = """\
(NUM + NUM)
N(V(NUM) + NUM)
N(NUM + V(NUM))
N(V(NUM) * NUM)
(-V(NUM))
(NUM if V(NUM) else NUM)
(NUM if NUM < V(NUM) else NUM)
(NUM < V(NUM) > NUM)
N(V(NUM) and NUM)
N(V(NUM) or V(NUM) or NUM)
(not V(NUM))
total(x * NUM for x in range(K))
total([x + N(y) for x in numbers(K) for y in (V(1), NUM) if V(x) != NUM])
len({x: NUM for x in Own(K) if V(x)})
V(NUM).p
V(NUM)[K % 4]
len(V(NUM)[NUM:NUM])
(10, 20, 30, 40)[V(NUM)]
len(f'{V(N(VAR)):>5}{VAR!r}{V(K)!s:^4}')
(lambda x, *y, k=NUM, **z: N(x) + len(y) + k + len(z))(NUM, *[NUM, 2], **{'q': NUM})
N(V(NUM)(NUM, k=NUM))
N(V(NUM)(*numbers(K)))
(NUM in V(NUM))
len(list(map(lambda x: N(x) + NUM, [V(1), NUM])))
sorted([V(NUM), V(NUM)], key=N)[0].n
min(NUM, NUM)
total(delegating(K))
len(', '.join(str(x) for x in Own(K)))
next(map(V, numbers(K)), V(NUM)).n
getattr(V(NUM), 'p', NUM)
isinstance(VAR, (int, V))
all(x + NUM for x in Own(K))
functools.reduce(lambda x, y: (x * 3 + N(y)) % 101, map(V, range(K)), NUM)
len('%(x)s %(y)s' % Missing(x=NUM))
len(string.Template('$x and $y').substitute(Missing(x=NUM)))
len('{x:>4}{y!r}{z[0]}'.format_map(Missing(x=V(NUM), y=VAR)))
len(json.dumps([V(NUM), {'k': NUM}], default=lambda v: v.n + NUM))
max([NUM, NUM, 2], key=lambda x: -N(x))
sum([NUM, NUM])
len(copy.deepcopy([Copied(NUM, V(NUM)), [NUM]]))
len(copy.copy(Copied(NUM, NUM)).parts)
heapq.nsmallest(2, [V(NUM), V(NUM), V(2)])[0].n
contextvars.copy_context().run(lambda: (CONTEXT.set(NUM), CONTEXT.get())[1])
functools.partial(lambda *x, k=1: len(x) + N(k), NUM, k=NUM)(NUM)
next(itertools.islice(itertools.accumulate([1, 2, 3], lambda x, y: x + y + NUM), 1, None))
total(sum([1 for x in group], key) for key, group in itertools.groupby([1, 1, 2, NUM], lambda x: N(x) % 3))
len([*iter(lambda it=Own(4): next(it), 1)])
len({**{'a': NUM}, **dict(b=NUM)})
divmod(NUM, 7)[1]
round(NUM / 7)
abs(-NUM)
len(sorted({str(x): x for x in numbers(3)}.items(), key=lambda pair: (-pair[1], V(NUM) < 3)))
len(str(V(NUM)) + repr([V(K)]) + f'{V(K):{K}}{VAR}' + ascii(V(K)))
len(bytes(x % 256 for x in Own(K)))
[NUM, 5, 7].index(5)
{x % 3 for x in numbers(K)}.__len__()
(NUM if isinstance(VAR, int) else len(repr(VAR)))
int(str(NUM % 1000))
hash(V(NUM)) % 50
N(types.SimpleNamespace(x=NUM).x)
next(itertools.islice(itertools.tee(numbers(3))[1], 1, None), NUM)
(fractions.Fraction(NUM, 7) + NUM).numerator
int(decimal.Decimal(NUM) / 3 % 10)
operator.attrgetter('n')(V(NUM))
operator.itemgetter(K)([NUM, 1, 2, 3])
operator.methodcaller('method', NUM)(Base())
bisect.bisect([1, 5, 9], NUM)
[*itertools.product(numbers(2), (1, NUM))][K][1]
total(int(row[0]) for row in csv.reader(str(x) + ',1' for x in numbers(K)))
len(textwrap.fill('a b c d ' * 5, NUM % 9 + 1))
len(pprint.pformat({'k': [V(NUM)] * 9}, width=20))
sorted([NUM, NUM, 3], key=functools.cmp_to_key(lambda x, y: x - y))[1]
memoryview(bytes([1, 2, 3, 4]))[NUM % 4]
[*collections.deque(numbers(3), 2)][0]
collections.ChainMap({'x': NUM}, {'y': 1})['x']
len('ab'.translate(collections.defaultdict(lambda: NUM % 9 + 65)))
N(sum((V(x) for x in Own(K)), V(0)))
random.Random(NUM).randrange(50)
array.array('i', numbers(3))[K % 3]
struct.unpack('>h', struct.pack('>h', NUM % 99))[0]
len(re.sub('[a-c]', lambda match: match.group() * 2, 'abcd'))
N(typing.cast(int, NUM))
int(''.join(map(str, numbers(3))))
(lambda *, k: (lambda: k)())(k=NUM)
[x for y in Own(2) for x in (y, NUM)][K]
(NUM, *numbers(3))[K]
[[NUM] * 2 for _ in range(3)][K % 3][1]
functools.partialmethod(Base.method, NUM).__get__(Base())()
len(list(zip(*[iter(numbers(4))] * 2)))
dict(zip('abcd', itertools.count(NUM)))['abcd'[K]]
{**{'a': 1}, 'a': NUM}.setdefault('a', 2)
max(numbers(3)) + min([V(NUM), V(2)]).n
str(NUM).zfill(4).count('0')
next(filter(lambda x: x > NUM % 2, itertools.count()))
[*map(lambda x, y: x + y, numbers(2), [NUM, 1])][0]
[NUM, 4][V(K) in Own(3)]
""".splitlines()

ITERABLES = """\
range(K)
numbers(K)
delegating(K)
Own(K)
V(NUM)
map(V, range(K))
enumerate(numbers(2))
zip(numbers(2), 'abc')
filter(V, range(4))
sorted([3, 1, 2], key=lambda x: -x)
itertools.chain(numbers(1), [7])
reversed([1, 2])
{1: 2, 3: 4}.items()
list(numbers(K))
(x + NUM for x in Own(K))
itertools.product('ab', [1, NUM])
itertools.combinations(range(4), 2)
itertools.zip_longest(numbers(2), Own(3))
itertools.islice(itertools.cycle([1, NUM]), K + 1)
itertools.starmap(N, [(1,), (2,)])
itertools.takewhile(V, [2, 1, 0, 3])
itertools.dropwhile(V, [2, 0, 3])
itertools.compress('abcd', Own(4))
itertools.accumulate([1, 2, NUM])
itertools.permutations('abc', 2)
collections.deque([1, 2, NUM])
collections.OrderedDict(a=1, b=NUM).items()
collections.Counter('abca').elements()
dict.fromkeys('abc', NUM).values()
'text'
b'bytes'
array.array('i', [1, 2, 3])
re.finditer('a.', 'abacad')
iter(Own(3).__next__, 1)
itertools.tee(numbers(3))[0]
list(vars(Base))[:1]
csv.reader(['a,b', 'c,d'])
struct.iter_unpack('b', b'abc')
reversed(collections.OrderedDict(a=1, b=2))
memoryview(b'abc')
range(NUM, NUM + 9, 4)
zip(Own(3), map(N, numbers(3)))
csv.DictReader(['x,y', '1,2', '3,4'])
""".splitlines()

MANAGERS = """\
managed(NUM, True)
managed(NUM)
Manager(NUM)
Manager(NUM) as first, managed(NUM, True)
contextlib.suppress(Wrong)
contextlib.ExitStack()
threading.Lock()
threading.RLock()
contextlib.redirect_stdout(io.StringIO())
contextlib.closing(numbers(2))
warnings.catch_warnings()
decimal.localcontext()
contextlib.nullcontext(NUM)
""".splitlines()

#: BLOCK, LOOP and BODY stand for statements: as around them, in a loop, in a function.
STATEMENTS = """\
VAR = NUM
--
VAR = NUM
--
VAR = V(NUM); VAR += NUM
--
log('value', NUM)
--
a, *b = [NUM, 1, 2]; b = len(b)
--
thing = V(NUM); thing.p = NUM; VAR = thing.n
--
thing = V(NUM); thing[NUM] = NUM; del thing[NUM]
--
log('walrus', (y := NUM), y + NUM)
--
if NUM > NUM:
    BLOCK
--
if V(NUM):
    BLOCK
else:
    BLOCK
--
for item in ITERABLE:
    log('item', item)
    LOOP
--
for item in ITERABLE:
    LOOP
else:
    BLOCK
--
countU = 0
while countU < V(K).n % 4 + 1:
    countU += 1
    LOOP
--
try:
    BLOCK
    raise Worse(NUM)
except Wrong as error:
    log('error', type(error).__name__, error.args, repr(error.__context__))
    BLOCK
--
try:
    BLOCK
    raise KeyError(NUM)
except (Wrong, KeyError) as error:
    BLOCK
    raise Worse(NUM) from error
except Exception:
    log('other')
finally:
    log('finally', NUM)
--
try:
    BLOCK
except Exception as error:
    log('error', type(error).__name__)
    BLOCK
else:
    BLOCK
finally:
    BLOCK
--
with MANAGER as entered:
    BLOCK
--
with MANAGER as entered:
    BLOCK
    raise Worse(NUM)
--
def functionU(x, y=NUM, *rest, k=NUM, **more):
    a = b = c = d = x
    BODY
    return N(a)
VAR = functionU(NUM, NUM, k=NUM)
--
@wrapped
@functools.lru_cache(None)
def functionU(x, y=NUM):
    a = b = c = d = x
    BODY
    return N(b)
VAR = functionU(NUM) + functionU(NUM)
--
def generatorU(x):
    a = b = c = d = x
    BODY
    got = yield a
    log('sent', got)
    BODY
    yield from numbers(2)
iterator = generatorU(NUM); VAR = N(next(iterator, 0))
try:
    log(iterator.send(NUM), list(iterator))
except StopIteration as stop:
    log('stop', stop.value)
--
class ClassU(Base, tag=NUM):
    attribute = NUM
    if attribute % 2:
        other = NUM
    def __init__(self, x):
        self.x = V(x).p
    def method(self, x):
        return super().method(x) + self.x
    @classmethod
    def through(cls, x):
        return cls(x).method(x)
    def __eq__(self, other):
        return self.x == other.x
    def __hash__(self):
        return self.x
VAR = ClassU.through(NUM); log(ClassU(NUM).made_up_U, ClassU(NUM) == ClassU(NUM))
--
def outerU():
    q = NUM
    def inner(z):
        nonlocal q
        q += z
        return q
    return [inner(number) for number in numbers(3)], q
log(outerU())
--
assert NUM >= 0 or True, NUM
VAR = len({V(NUM): NUM, **{'k': NUM}, 'z': [*Own(2), NUM]})
--
async def coroutineU(x):
    a = b = c = d = x
    result = await waits(NUM)
    async with AsyncManager(result) as entered:
        BODY
    async for number in anumbers(3):
        log('number', number, NUM)
    return [number async for number in anumbers(2)], result
log('coroutine', run(coroutineU(NUM)))
--
sys_modules = __import__('sys').modules; VAR = len([*sys_modules][:K])
--
with open('fileU', 'w') as file:
    for number in ITERABLE:
        file.write('%s %s\\n' % (N(number), NUM))
        LOOP
with open('fileU') as file:
    for line in file:
        log('line', line)
        LOOP
    VAR = file.tell() if not file.readline() else 0
--
file = io.StringIO('one\\ntwo\\nthree'); log(file.readline(), NUM, file.read())
for line in io.BytesIO(b'a\\nb'):
    LOOP
--
previous = signal.signal(signal.SIGUSR1, handle)
signal.raise_signal(signal.SIGUSR1)
VAR = NUM
signal.signal(signal.SIGUSR1, previous)
--
class MetaU(Base, metaclass=Meta):
    d = Descriptor()
    def __init__(self, x=2):
        self.d = x
    def __enter__(self):
        return self.d
    def __exit__(self, *what):
        log('left', what[0] is None)
VAR = MetaU(NUM).d; log(isinstance(NUM, MetaU), MetaU.made_up)
with MetaU(NUM) as entered:
    BLOCK
--
@dataclasses.dataclass(order=True)
class DataU:
    x: int
    y: object = dataclasses.field(default_factory=lambda: NUM)
    def __post_init__(self):
        self.x += NUM
VAR = len(repr(DataU(NUM))) + (DataU(1) < DataU(NUM, 2))
--
class EnumU(enum.Enum):
    ONE = NUM
    TWO = 'two'
    @property
    def twice(self):
        return N(self.value) * 2
VAR = EnumU.ONE.twice; log([one.name for one in EnumU], EnumU('two').twice)
--
pair = collections.namedtuple('PairU', 'x y')(NUM, NUM); VAR = pair._replace(x=2).x + N(pair.y)
--
counts = collections.Counter(x % 3 for x in numbers(4)); log(sorted(counts.items()), NUM)
found = collections.defaultdict(lambda: [NUM]); found['x'].append(NUM); VAR = len(found['x'])
--
def endlessU():
    a = b = c = d = got = 0
    while True:
        try:
            got = yield NUM
        except Wrong as error:
            log('thrown', error.args)
            BODY
        finally:
            log('finally', got)
stepping = endlessU(); next(stepping); VAR = N(stepping.send(NUM)); log(stepping.throw(Worse(NUM))); stepping.close()
--
kept = V(NUM); held = Copied(kept); weak = weakref.ref(held); log('weak', weak() is held, NUM)
del held; log('gone', weak() is None)
--
namespace = {'N': N, 'V': V, 'log': log}
exec('x = N(V(3)) + 1\\nlog("in exec", x)\\ny = [V(z) for z in range(2)]', namespace); VAR = namespace['x'] + NUM
--
def recursiveU(x):
    a = b = c = d = x
    if x <= 0:
        BODY
        return NUM
    return recursiveU(x - 1) + x
VAR = recursiveU(3)
--
try:
    try:
        BLOCK
        raise Worse(NUM)
    finally:
        BLOCK
        log('on its way')
except Wrong as error:
    try:
        raise
    except Wrong as again:
        log('again', again is error, repr(again.__context__))
    VAR = len(places(error.__traceback__))
--
thing = types.ModuleType('moduleU'); thing.value = NUM; exec('def f(x): return x + value', vars(thing))
VAR = thing.f(NUM)
--
async def managingU():
    async with contextlib.AsyncExitStack() as stack:
        first = await stack.enter_async_context(AsyncManager(NUM))
        stack.push_async_callback(waits, NUM)
        log('first', first)
        return [await waits(x) async for x in anumbers(3) if V(x)]
log(run(managingU()))
--
(VAR, *rest), last = [NUM, 1, 2], NUM; log(rest, last); VAR = N(VAR) + len(rest)
--
parts = [*numbers(2), *map(V, Own(2)), NUM]; parts[1:2] = [NUM, NUM]; del parts[0]; VAR = len(parts)
--
total_of = lambda *xs, **ks: total(xs) + total(ks.values())
VAR = total_of(*numbers(3), *[NUM], **{'k': NUM}, **Missing(z=NUM))
--
class SlottedU:
    __slots__ = ('q', '__weakref__')
    def __init__(self, q):
        self.q = q
    def __class_getitem__(cls, item):
        return log('of', NUM)
    def __reversed__(self):
        yield from numbers(2)
    def __contains__(self, thing):
        return V(NUM)
    def __length_hint__(self):
        return log('hint', 3)
    def __iter__(self):
        return Own(3)
    def __getattribute__(self, name):
        return log('asked', name, super().__getattribute__(name))
    def __setattr__(self, name, value):
        log('set', name, N(value))
        super().__setattr__(name, value)
slotted = SlottedU(NUM); VAR = slotted.q; log(SlottedU[NUM], NUM in slotted, list(reversed(slotted)), list(slotted))
--
tokenU = CONTEXT.set(NUM)
try:
    BLOCK
    log('context', CONTEXT.get())
finally:
    CONTEXT.reset(tokenU)
--
try:
    BLOCK
    try:
        raise Worse(NUM)
    except Wrong:
        {}[NUM]
except KeyError as error:
    log('chain', repr(error.__context__), error.__suppress_context__, len(traceback.format_exception(type(error), error, error.__traceback__)) > 3)
--
removedU = NUM; del removedU
try:
    removedU
except NameError:
    VAR = NUM
--
def countingU(calls=[0]):
    calls[0] += 1
    BODY_OF_COUNTING = NUM
    return calls[0] + BODY_OF_COUNTING
VAR = countingU() + countingU()
--
@functools.singledispatch
def dispatchU(x):
    return log('any', NUM)
@dispatchU.register(int)
def _(x):
    return log('int', x + NUM)
VAR = dispatchU(NUM); dispatchU('text')
--
class CachedU:
    def __init__(self):
        self.asked = 0
    @functools.cached_property
    def once(self):
        self.asked += 1
        return NUM
    @staticmethod
    def fixed(x):
        return x + NUM
    @property
    def both(self):
        return self.asked
    @both.setter
    def both(self, value):
        self.asked = N(value)
    @both.deleter
    def both(self):
        log('deleted', self.asked)
cached = CachedU(); VAR = cached.once + cached.once + cached.fixed(NUM); cached.both = NUM; cached.both += 1; del cached.both
--
jobs = queue.PriorityQueue()
for item in numbers(3):
    jobs.put((-item, NUM))
VAR = jobs.get()[1]; log(jobs.qsize())
--
local = threading.local(); local.x = NUM
with threading.Condition() as condition:
    VAR = local.x
    LOOPLESS = NUM
--
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('beware %d' % NUM)
    BLOCK
log('warned', [str(one.message) for one in caught][:2])
--
stream = io.StringIO(); handler = logging.StreamHandler(stream); logger = logging.getLogger('logU'); logger.addHandler(handler)
logger.warning('at %s', V(NUM)); logger.propagate = False
BLOCK
logger.error('%d', NUM); log(stream.getvalue())
--
async def agenU():
    try:
        got = yield NUM
        log('agot', got)
        yield await waits(2)
    finally:
        log('aend', await waits(1))
async def drivingU():
    generator = agenU()
    log(await generator.__anext__(), await generator.asend(NUM))
    looped = agenU()
    async for x in looped:
        log('driven', x)
        break
    await looped.aclose()
    await generator.aclose()
    return NUM
VAR = run(drivingU())
--
@types.coroutine
def steppingU():
    return (yield from numbers(2))
async def awaitsU():
    a = b = c = d = 1
    BODY
    return await steppingU()
log('awaited', run(awaitsU()))
--
first, second = itertools.tee(numbers(4)); next(first); log(next(first), NUM, list(second))
grouped = itertools.groupby(numbers(5), lambda x: x // 3 + N(V(0)))
for key, group in grouped:
    log('group', key, next(group), NUM)
--
class PointU(typing.NamedTuple):
    x: int = NUM
    y: typing.Any = None
    def both(self):
        return self.x + N(self.y or 0)
VAR = PointU(y=NUM).both(); log(PointU(1)._asdict())
--
class FlagU(enum.Flag):
    A = 1
    B = 2
    C = A | B
log(FlagU.C & FlagU.A, [one for one in FlagU][:2], FlagU(3) is FlagU.C, NUM)
--
cells = [lambda x=x: x + NUM for x in range(3)]; later = [lambda: x for x in numbers(3)]; VAR = cells[K % 3]() + later[0]()
--
class AlteringU(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        return {'given': 5}
    def __new__(mcs, name, bases, namespace, **keywords):
        return super().__new__(mcs, name, bases, dict(namespace))
    def __init__(cls, name, bases, namespace, extra=0):
        super().__init__(name, bases, namespace)
        cls.extra = N(extra)
class AlteredU(metaclass=AlteringU, extra=NUM):
    own = given + NUM
    squares = [x * 2 for x in range(3)]
VAR = AlteredU.own + AlteredU.extra; log(sorted(name for name in vars(AlteredU) if name[0] != '_'))
--
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(managed(NUM, True)); stack.callback(log, 'called', NUM)
        stack.push(lambda *what: log('pushed', what[0] is None) and False)
        BLOCK
        raise Worse(NUM)
except Wrong as error:
    log('out', error.args)
--
things = weakref.WeakValueDictionary(); kept = Copied(NUM); things['k'] = kept; things['gone'] = Copied(1)
for name, thing in things.items():
    log(name, thing)
    LOOP
--
class SequenceU(collections.UserList):
    def __getitem__(self, at):
        return log('at', super().__getitem__(at))
found = SequenceU([NUM, 2, 3]); VAR = found[0]; log(found[1:], list(found), found.index(3))
--
def delegateU():
    try:
        got = yield from endingU()
        log('delegated', got)
    except Wrong as error:
        log('caught', error.args)
        yield NUM
def endingU():
    try:
        yield NUM
        yield 2
    except KeyError:
        raise Worse(NUM)
outer = delegateU(); next(outer); VAR = N(outer.throw(KeyError(1))); log(next(outer, 'over'))
--
text = ''.join(sorted({'b', 'a', 'c'})); matched = re.match(r'(?P<x>.)(.)', text); log(matched.group('x'), matched.span(2), NUM)
for at, letter in enumerate(text, NUM):
    log(at, letter)
    LOOP
--
for outer_item in ITERABLE:
    for item in ITERABLE:
        LOOP
        log('inner', repr(item)[:30])
    else:
        continue
    break
--
class TrackedU:
    made = []
    def __new__(cls, *arguments):
        cls.made.append(NUM)
        return super().__new__(cls)
    def __init__(self, x=1):
        self.x = N(x)
    def __getstate__(self):
        return {'x': self.x}
    def __lt__(self, other):
        return self.x < other.x
    def __iadd__(self, other):
        self.x += other
        return self
one = TrackedU(NUM); one += NUM; VAR = sorted([TrackedU(3), one, TrackedU(NUM)])[1].x
""".split("--\n")

PATTERNS = """\
match SUBJECT:
    case [x, *y] if N(x) > NUM:
        log('sequence', x, y)
        BLOCK
    case {'k': z}:
        log('mapping', z)
    case V(n=q):
        log('object', q)
        BLOCK
    case int(q) | str(q):
        log('other', q)
    case _:
        log('nothing')
"""
GROUPS = """\
try:
    BLOCK
    raise ExceptionGroup('group', [Worse(NUM), KeyError(NUM), ExceptionGroup('inner', [Wrong(1)])])
except* Wrong as caught:
    log('group', [repr(one) for one in caught.exceptions])
    VAR = len(caught.exceptions)
except* KeyError as caught:
    log('keys', len(caught.exceptions), NUM)
"""
GENERICS = """\
type AliasU[T] = list[T] | V
def genericU[T: (int, V)](x: T, *rest: T) -> AliasU[T]:
    a = b = c = d = x
    BODY
    return [x, *rest]
class BoxU[T]:
    def __init__(self, x: T):
        self.x = N(x)
    def map[S](self, f) -> "BoxU[S]":
        return BoxU(f(self.x))
VAR = len(genericU(NUM, NUM) if isinstance(NUM, int) else []) + BoxU(NUM).map(lambda x: x + NUM).x
log('alias', str(AliasU.__value__), genericU.__type_params__, BoxU[int].__args__)
"""
TEMPLATES = """\
shown = t'{V(N(VAR))!r:>{K}} and {VAR}'
log('template', [part if isinstance(part, str) else (part.value, part.expression, part.format_spec) for part in shown])
VAR = len(shown.interpolations) + N(shown.values[1])
"""
UNPACKINGS = """\
parts = [*item for item in ([NUM], numbers(2), Own(2))]
table = {**one for one in ({'a': NUM}, Missing(b=NUM))}
frozen = frozendict(table, c=NUM)
for name, value in frozen.items():
    log('frozen', name, value)
    LOOP
VAR = len(parts) + N(frozen['a']) + len({*item for item in (Own(3), [NUM])})
log(next((*item for item in [numbers(2), [NUM]])), hash(frozendict(x=NUM)) == hash(frozendict(x=NUM)) or True)
"""
SUBJECTS = ("[NUM, NUM]", "{'k': NUM}", "NUM", "V(NUM)")
HOP = """

import sys

HOPS = int(os.environ.get("PYTELEPORT_HOPS", "0"))
LEFT = [HOPS]
if HOPS:
    import pyteleport


def hop(value=None):
    if LEFT[0]:
        LEFT[0] -= 1
        try:
            pyteleport.teleport()
            print("moved", file=sys.stderr)
        except pyteleport.TeleportError as error:
            print("refused:", str(error).splitlines()[0], file=sys.stderr)
    return value

"""
LEAVING = {
    "loop": ("if NUM % 3 == 1: break", "if NUM % 3 == 1: continue"),
    "function": ("if NUM % 5 == 1: return NUM",),
}


class Writer:
    def __init__(self, seed, minor, hops=False):
        self.random = random.Random(seed)
        self.unique = 0
        self.head = HEAD + HOP if hops else HEAD
        self.numbers = [*NUMBERS, *(["hop(NUM)"] * (len(NUMBERS) // 4) if hops else [])]
        self.statements = [
            *STATEMENTS,
            *([PATTERNS] if minor >= 10 else []),
            *([GROUPS] if minor >= 11 else []),
            *([GENERICS] * 2 if minor >= 12 else []),
            *([TEMPLATES] * 2 if minor >= 14 else []),
            *([UNPACKINGS] * 3 if minor >= 15 else []),
        ]
        self.simple = [text for text in STATEMENTS if text.count("\n") == 1]

    def fill(self, text, depth):
        """An expression or line without its holes."""
        pieces = []
        word = ""
        for letter in text + "\0":
            if letter.isalnum() or letter == "_":
                word += letter
                continue
            pieces.append(self.hole(word, depth))
            pieces.append(letter)
            word = ""
        return "".join(pieces)[:-1]

    def hole(self, word, depth):
        choose = self.random.choice
        if word == "NUM":
            return self.number(depth + 1)
        if word == "VAR":
            return choose(VARIABLES)
        if word == "K":
            return str(self.random.randrange(4))
        if word == "ITERABLE":
            return self.fill(choose(ITERABLES), depth + 2)
        if word == "MANAGER":
            return self.fill(choose(MANAGERS), depth + 2)
        if word == "SUBJECT":
            return self.fill(choose(SUBJECTS), depth + 2)
        return word[:-1] + str(self.unique) if word.endswith("U") and word != "U" else word

    def number(self, depth):
        if depth > 4 or self.random.random() < 0.25:
            kind = self.random.randrange(4)
            if kind == 0:
                return str(self.random.randrange(20))
            return "N(%s)" % (self.random.choice(VARIABLES) if kind < 3 else "len(LOG) % 7")
        return self.fill(self.random.choice(self.numbers), depth)

    def block(self, indent, budget, place):
        for _ in range(self.random.randrange(1, 4)):
            yield from self.statement(indent, budget, place)

    def statement(self, indent, budget, place):
        text = self.random.choice(self.statements if budget > 0 else self.simple)
        self.unique += 1
        unique = self.unique
        if place in LEAVING and self.random.random() < 0.15:
            yield indent + self.fill(self.random.choice(LEAVING[place]), 2)
        for line in text.splitlines():
            stripped = line.lstrip()
            inner = indent + line[: len(line) - len(stripped)]
            if stripped in ("BLOCK", "LOOP", "BODY"):
                where = {"BLOCK": place, "LOOP": "loop", "BODY": "function"}[stripped]
                yield from self.block(inner, budget - 1, where)
            else:
                self.unique, known = unique, self.unique
                yield inner + self.fill(stripped, 1)
                self.unique = known

    def program(self):
        yield self.head
        for number in range(5):
            yield "\ndef part%d(a, b, c, d):" % number
            for _ in range(3):
                yield from self.statement("    ", 3, "function")
            yield "    return a, b, c, d\n"
        for number in range(5):
            yield "trial(part%d, %d, 1, 5, V(3))" % (number, number)
        yield "print(len(LOG), Base.told)\nfor entry in LOG:\n    print(entry)"


if __name__ == "__main__":
    print("\n".join(Writer(int(sys.argv[1]), int(sys.argv[2]), "--hops" in sys.argv).program()))
