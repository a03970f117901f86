"""Dumps in one process, loads in a fresh one, and compares what can be observed there.

Must not know how objects are written: each case is a near program that leaves `root`, and a far one that looks at it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import List

import pytest

PYTHON = Path(__file__).resolve().parent.parent / "python"
INTERPRETERS: List[str] = [p for p in os.environ.get("PYTELEPORT_PYTHONS", "").split(os.pathsep) if p] or [
    sys.executable
]

DUMP = """
import json as _json, pyteleport.reducers as _reducers
def _dump():
    import sys
    state = _reducers.dump(root)
    manifest = {"modules": state.modules, "needs": state.needs, "buffers": [memoryview(b).nbytes for b in state.buffers]}
    manifest["descriptors"] = state.descriptors
    with open(sys.argv[1], "wb") as out:
        out.write(_json.dumps(manifest).encode() + b"\\n")
        for piece in [*state.buffers, *state.chunks]:
            out.write(piece)
_dump()
"""

LOAD = """
import io, json, os, sys
from pyteleport.arrival import descriptors, objects
with open(*descriptors.aside([os.open(sys.argv[1], os.O_RDONLY)], range(200)), "rb") as snapshot:
    manifest = json.loads(snapshot.readline())
    descriptors.take(manifest["descriptors"], False)
    buffers = [bytearray(snapshot.read(n)) for n in manifest["buffers"]]
    r = objects.load(manifest, snapshot, buffers)
main = sys.modules["__main__"]
"""


def travel(folder: Path, near: str, far: str, python: str = sys.executable) -> str:
    """Run `near`, dump its `root`, load it in a fresh process and run `far` there, which sees it as `r`; returns what that printed."""
    script = folder / "near.py"
    script.write_text(textwrap.dedent(near) + DUMP)
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join([str(PYTHON), str(folder)]))
    snapshot = str(folder / "snapshot")
    left = subprocess.run(
        [python, str(script), snapshot], env=environment, stderr=subprocess.PIPE, universal_newlines=True
    )
    assert left.returncode == 0, left.stderr
    environment["PYTHONPATH"] = str(PYTHON)
    code = "exec(%r, {'__name__': 'far'})" % (LOAD + textwrap.dedent(far))
    reached = subprocess.run(
        [python, "-c", code, snapshot],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        universal_newlines=True,
    )
    assert reached.returncode == 0, reached.stderr
    return reached.stdout


def refusal(folder: Path, near: str, python: str = sys.executable) -> str:
    script = folder / "near.py"
    script.write_text(textwrap.dedent(near) + DUMP)
    environment = dict(os.environ, PYTHONPATH=str(PYTHON))
    left = subprocess.run(
        [python, str(script), str(folder / "snapshot")],
        env=environment,
        stderr=subprocess.PIPE,
        universal_newlines=True,
    )
    assert left.returncode != 0
    assert "UnsupportedObjectError" in left.stderr, left.stderr
    return left.stderr


CASES = {
    "namespaces": (
        "import sys, os, builtins; g = globals(); root = [g, sys.modules, os.environ, builtins.__dict__, sys.path, sys.__stdout__.buffer]",
        """
        import os, builtins
        assert r[0] is vars(main) and r[1] is sys.modules and r[2] is os.environ and r[3] is vars(builtins)
        assert r[4] is sys.path and r[5] is sys.__stdout__.buffer
        assert main.g is vars(main) and main.__name__ == "__main__" and main.__file__.endswith("near.py")
        import linecache, inspect
        """,
    ),
    "functions": (
        """
        def f(a, b=2, *, c: int = 3): return a + b + c + base
        base = 100
        f.note = f
        def outer():
            n = 0
            def inc():
                nonlocal n; n += 1; return n
            def get(): return n
            def fact(k): return 1 if k < 2 else k * fact(k - 1)
            return inc, get, fact
        inc, get, fact = outer(); inc()
        space = {"__name__": "elsewhere"}
        exec("def me(): return me, x\\nx = 5", space)
        root = [f, outer, inc, get, fact, space["me"], space, lambda: base]
        """,
        """
        f, outer, inc, get, fact, me, space, l = r
        assert f(1) == 106 and f.note is f and f is main.f and f.__kwdefaults__ == {"c": 3} and f.__annotations__ == {"c": int}
        assert inc() == 2 and get() == 2 and fact(5) == 120 and inc is main.inc and inc.__qualname__ == "outer.<locals>.inc"
        assert me() == (me, 5) and me.__globals__ is space and me.__module__ == "elsewhere" and l() == 100
        """,
    ),
    "classes": (
        """
        import abc, dataclasses, enum, typing
        ran = []
        class Meta(type):
            def __new__(mcls, name, bases, body, **k): ran.append(name); return super().__new__(mcls, name, bases, body)
        class Base(metaclass=Meta):
            __slots__ = ("x", "__y")
            def __init_subclass__(cls): ran.append("sub " + cls.__name__)
            def get(self): return self.__y
            def __init__(self): self.x = 1; self.__y = 2
        class Child(Base):
            def get(self): return super().get() + 40, __class__
        class Colour(enum.Enum):
            RED = 1
            BLUE = "b"
        class Bits(enum.IntFlag):
            A = 1
            B = 2
        @dataclasses.dataclass
        class Point:
            x: int
            y: list = dataclasses.field(default_factory=list)
        class Shape(abc.ABC):
            @abc.abstractmethod
            def area(self): ...
        Shape.register(int)
        T = typing.TypeVar("T")
        class Box(typing.Generic[T]):
            item: T
        class Pair(typing.NamedTuple):
            a: int
            b: int = 2
        class P:
            @property
            def p(self): return 7
            @staticmethod
            def s(): return 8
            @classmethod
            def c(cls): return cls
        root = [Child(), Colour.RED, Bits.A | Bits.B, Point(1), Shape, Box[int], Pair(1), P(), P.c, type(iter([])), T]
        """,
        """
        child, red, bits, point, Shape, box, pair, p, c, it, T = r
        assert child.get() == (42, main.Child) and main.ran == ["Base", "Child", "sub Child"], main.ran
        assert red is main.Colour.RED and main.Colour("b") is main.Colour.BLUE and list(main.Colour) == [red, main.Colour.BLUE]
        assert bits == main.Bits(3) and main.Bits(1) is main.Bits.A and repr(main.Bits.A)
        assert point == main.Point(1, []) and main.Point(2).y == []
        import dataclasses
        assert dataclasses.fields(main.Point)[0].default is dataclasses.MISSING and dataclasses.replace(point, x=5).x == 5
        assert isinstance(3, Shape) and not isinstance("", Shape)
        try: Shape()
        except TypeError: pass
        else: raise AssertionError
        assert box == main.Box[int] and main.T is T and main.Box.__parameters__ == (T,)
        assert pair._replace(a=3) == (3, 2) and type(pair) is main.Pair
        assert p.p == 7 and p.s() == 8 and c() is main.P and it is type(iter([]))
        import typing
        assert typing.get_type_hints(main.Point)["x"] is int
        """,
    ),
    "exceptions": (
        """
        import traceback
        class Own(ValueError):
            def __init__(self, a, b): super().__init__("own"); self.a = a; self.b = b; count.append(1)
        count = []
        def inner(): return {}["missing"]
        def middle():
            try: inner()
            except KeyError as e: raise Own(1, [2]) from e
        try: middle()
        except Own as e: error = e
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        try: open("/none/there")
        except OSError as e: missing = e
        class Odd(Exception):
            def __reduce__(self): return Odd, ("again",)
        odd = Odd("x"); odd.__cause__ = error
        stop = StopIteration(5)
        root = [error, text, missing, odd, stop, UnicodeDecodeError("utf-8", b"x", 0, 1, "why")]
        """,
        """
        import traceback
        error, text, missing, odd, stop, uni = r
        assert "".join(traceback.format_exception(type(error), error, error.__traceback__)) == text, "".join(traceback.format_exception(type(error), error, error.__traceback__)) + text
        assert (error.a, error.b, main.count, error.args) == (1, [2], [1], ("own",)) and error.__suppress_context__
        assert missing.errno == 2 and missing.filename == "/none/there" and type(missing) is FileNotFoundError
        assert odd.__cause__ is error and odd.args == ("again",) and stop.value == 5 and uni.reason == "why"
        """,
    ),
    "locks": (
        """
        import threading, queue
        lock = threading.Lock(); lock.acquire()
        again = threading.RLock(); again.acquire(); again.acquire()
        cond = threading.Condition(lock); event = threading.Event(); event.set()
        q = queue.Queue(); q.put(3)
        local = threading.local(); local.x = 4
        root = [lock, again, cond, event, q, threading.Semaphore(2), local, threading.main_thread()]
        """,
        """
        import threading
        lock, again, cond, event, q, sem, local, thread = r
        assert lock.locked() and cond._lock is lock and event.is_set() and q.get() == 3 and local.x == 4
        again.release(); assert again._is_owned(); again.release(); assert not again._is_owned()
        assert cond.acquire == lock.acquire and sem.acquire() and thread is threading.main_thread()
        """,
    ),
    "iterators": (
        """
        import itertools
        def sq(x): return x * x
        its = [iter([1, 2, 3]), iter((1, 2, 3)), iter("abc"), iter(range(3)), enumerate("ab"), zip([1, 2], [3, 4]),
               map(sq, [1, 2]), filter(None, [0, 1, 2]), reversed([1, 2, 3]), itertools.count(3), itertools.count(3, 2),
               itertools.repeat(7, 3), itertools.chain([1], [2], [3]), iter({1: 2, 3: 4}), iter({1, 2}), itertools.starmap(pow, [(2, 3), (3, 2)])]
        for i in its: next(i)
        d = {1: 2}
        root = [its, d.keys(), d, memoryview(b"abc"), bytearray(b"x" * 100000), d.items(), d.values()]
        """,
        """
        import itertools
        its, keys, d, m, b, items, values = r
        assert [list(itertools.islice(i, 3)) for i in its] == [[2, 3], [2, 3], ["b", "c"], [1, 2], [(1, "b")], [(2, 4)], [4], [2], [2, 1], [4, 5, 6],
            [5, 7, 9], [7, 7], [2, 3], [3], [2], [9]]
        d[5] = 6
        assert list(keys) == [1, 5] and list(items)[1] == (5, 6) and bytes(m) == b"abc" and len(b) == 100000 and 6 in values
        """,
    ),
    "descriptors": (
        """
        import functools, weakref, contextvars
        class A:
            def m(self): return 1
            @functools.lru_cache(maxsize=4)
            def cached(self, x): return x + 1
        a = A(); ref = weakref.ref(a); dead = weakref.ref(A())
        @functools.lru_cache(None)
        def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
        @functools.singledispatch
        def show(x): return "any"
        @show.register(int)
        def _(x): return "int"
        values = weakref.WeakValueDictionary(a=a)
        keyed = weakref.WeakKeyDictionary({a: 1})
        some = weakref.WeakSet([a])
        var = contextvars.ContextVar("var", default=1); var.set(5)
        sentinel = object()
        root = [a, a.m, [].append, "".join, int.__add__, (5).__add__, str.join, dict.fromkeys, A.__dict__, ref, dead, fib, show,
                values, keyed, some, var, sentinel, functools.partial(fib, 3), object.__init__, weakref.proxy(a), A.__dict__["cached"]]
        """,
        """
        a, m, append, join, add, add5, sjoin, fromkeys, vars_, ref, dead, fib, show, values, keyed, some, var, sentinel, part, init, proxy, cached = r
        assert m() == 1 and m.__self__ is a and join(["a"]) == "a" and add(1, 2) == 3 and add5(1) == 6 and fromkeys([1]) == {1: None}
        assert ref() is a and dead() is None and fib(30) == 832040 and show(3) == "int" and show("") == "any"
        assert values["a"] is a and keyed[a] == 1 and a in some and var.get() == 5 and sentinel is main.sentinel and part() == 2
        assert init is object.__init__ and proxy.m() == 1 and a.cached(1) == 2 and sjoin is str.join and vars_["m"] is main.A.m
        """,
    ),
    "far annotations": (
        """
        class Later:
            x: "Undefined"
            def f(self, y: "Undefined") -> int: ...
        def g(a: "Undefined"): ...
        root = [Later, g]
        """,
        "assert r[0].f.__annotations__['y'] == 'Undefined' and r[1].__annotations__ == {'a': 'Undefined'} and r[0].__annotations__ == {'x': 'Undefined'}",
    ),
}


@pytest.mark.parametrize("python", INTERPRETERS)
@pytest.mark.parametrize("name", CASES)
def test_arrives_as_it_was(name: str, python: str, tmp_path: Path) -> None:
    near, far = CASES[name]
    travel(tmp_path, near, far, python)


def test_own_modules_travel(tmp_path: Path) -> None:
    package = tmp_path / "pack"
    package.mkdir()
    (package / "__init__.py").write_text("from . import part\nstate = []\n")
    (package / "part.py").write_text(
        "from . import other\nclass K:\n    def f(self):\n        return other.value\n"
    )
    (package / "other.py").write_text("value = 1\n")
    near = "import pack.part\npack.other.value = 9\npack.state.append(1)\nroot = [pack.part.K(), pack]\n"
    far = """
        import shutil
        k, pack = r
        assert k.f() == 9 and pack.state == [1]
        import pack as again, pack.part
        assert again is pack and pack.part.K is type(k) and pack.__spec__.name == "pack" and pack.part.__package__ == "pack"
        assert {e["name"] for e in manifest["modules"]} == {"__main__", "pack", "pack.part", "pack.other"}
        import inspect
        assert inspect.getsource(type(k)).startswith("class K")
        """
    travel(tmp_path, near, far)


def test_files_stand_where_they_stood(tmp_path: Path) -> None:
    text = "".join("line %d é\n" % number for number in range(3000))
    (tmp_path / "t.txt").write_text(text, encoding="utf-8")
    (tmp_path / "crlf.txt").write_bytes(text.replace("\n", "\r\n").encode())
    (tmp_path / "u16.txt").write_text(text, encoding="utf-16")
    near = """
        import os, tempfile
        os.chdir(%r)
        r = open("t.txt", encoding="utf-8"); r.readline(); r.name
        loops = []
        for name, enc, nl in [("t.txt", "utf-8", None), ("crlf.txt", "utf-8", None), ("crlf.txt", "utf-8", ""), ("u16.txt", "utf-16", None), ("t.txt", "latin-1", None)]:
            f = open(name, encoding=enc, newline=nl)
            for i, line in enumerate(f):
                if i == 700: break
            loops.append(f)
        w = open("w.txt", "w"); w.write("abc")
        x = open("x.bin", "xb"); x.write(b"123")
        a = open("a.txt", "a"); a.write("one")
        rw = open("rw.bin", "w+b"); rw.write(b"0123456789"); rw.seek(4)
        un = open("t.txt", "rb", buffering=0); un.read(5)
        closed = open("t.txt"); closed.close()
        b = open("t.txt", "rb"); b.read(3)
        nl = open("nl.txt", "w", newline="\\r\\n"); nl.write("q\\n")
        root = [r, r, r.buffer, loops, w, x, a, rw, un, closed, b, nl]
    """ % str(tmp_path)
    far = """
        a, b, buffer, loops, w, x, app, rw, un, closed, binary, nl = r
        assert a is b and a.buffer is buffer and a.readline() == "line 1 é\\n" and a.name == "t.txt" and a.mode == "r"
        lines = [f.readline() for f in loops]
        assert lines[:4] == ["line 701 é\\n", "line 701 é\\n", "line 701 é\\r\\n", "line 701 é\\n"], lines
        assert lines[4] == "line 701 \\xc3\\xa9\\n"
        w.write("def"); assert w.mode == "w"; w.close(); assert open(w.buffer.raw.name).read() == "abcdef" if w.name.startswith("/") else True
        x.write(b"4"); assert x.mode == "xb"; x.close()
        app.write("two"); app.close()
        assert rw.read(2) == b"45" and un.read(4) == b"0 \\xc3\\xa9" and closed.closed and closed.mode == "r" and binary.read(1) == b"e"
        nl.write("z\\n"); nl.close()
    """
    travel(tmp_path, near, far)
    assert (tmp_path / "w.txt").read_text() == "abcdef"
    assert (tmp_path / "x.bin").read_bytes() == b"1234"
    assert (tmp_path / "a.txt").read_text() == "onetwo"
    assert (tmp_path / "nl.txt").read_bytes() == b"q\r\nz\r\n"


def test_refusals_name_the_way(tmp_path: Path) -> None:
    said = refusal(
        tmp_path,
        "import socket\nclass C: pass\nholder = C(); holder.conn = {'a': [socket.socket()]}\nroot = 1\n",
    )
    assert "global holder → .conn → ['a'] → [0]" in said and "hint: close the connection" in said, said
    said = refusal(tmp_path, "import os\nr, w = os.pipe()\nf = open(w, 'w')\nroot = 1\n")
    assert "no regular file" in said and "global f" in said, said


def test_missing_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "gone").write_text("x")
    near = "import os\nf = open(%r)\nroot = f\n" % str(tmp_path / "gone")
    with pytest.raises(AssertionError, match="opened for reading is not there"):
        travel(tmp_path, near + "_reducers_dump = None\n", "")  # there, and then taken away:
        (tmp_path / "gone").unlink()
        travel_again(tmp_path)


def travel_again(folder: Path) -> None:
    code = "exec(%r, {'__name__': 'far'})" % LOAD
    environment = dict(os.environ, PYTHONPATH=str(PYTHON))
    reached = subprocess.run(
        [sys.executable, "-c", code, str(folder / "snapshot")],
        env=environment,
        stderr=subprocess.PIPE,
        universal_newlines=True,
    )
    assert reached.returncode == 0, reached.stderr


def test_main_travels_under_its_other_name_too(tmp_path: Path) -> None:
    # As `python -m` of an installed module that uses multiprocessing, which enters `__main__` as `__mp_main__`.
    text = """
    import json, sys
    sys.modules["__mp_main__"] = sys.modules["__main__"]
    __file__ = json.__file__
    from pyteleport.reducers import modules
    print(modules.fate(sys.modules["__mp_main__"], "__mp_main__"))
    """
    for interpreter in INTERPRETERS:
        done = subprocess.run(
            [interpreter, "-c", textwrap.dedent(text)],
            env={"PYTHONPATH": str(PYTHON)},
            capture_output=True,
            text=True,
        )
        assert done.stdout == "carried\n", done.stderr
