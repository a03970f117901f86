"""The general picklers and the hooks, as a user calls them: `dumps` and `loads`, what stays, what is said of what can't travel.

Knows the public calls alone.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import socket
import subprocess
import sys
import threading
import tracemalloc
import weakref
from pathlib import Path
from typing import Any

import pytest

import pyteleport
from pyteleport.arrival import hooks

PYTHON = Path(__file__).resolve().parent.parent / "python"

NEAR = """
import collections, enum, json, sys
import pyteleport
BASE = 10
HEAVY = open("/dev/null")
class Colour(enum.Enum):
    RED = 1
class Point:
    def __init__(self, x): self.x = x
    def far(self): return self.x + BASE, Colour.RED
def fact(n): return 1 if n < 2 else n * fact(n - 1)
def counter():
    n = 0
    def count():
        nonlocal n; n += 1; return n
    return count
def numbers():
    yield BASE
    yield json.dumps
count = counter(); count()
steps = numbers(); next(steps)
sys.stdout.buffer.write(pyteleport.dumps([Point(1), fact, count, count, Colour.RED, steps, sys.stdout, json, collections.OrderedDict]))
"""
FAR = """
import json, pickle, sys
point, fact, count, again, red, steps, out, module, ordered = pickle.loads(sys.stdin.buffer.read())
value, colour = point.far()
assert value == 11 and colour is red and red.name == "RED" and fact(5) == 120
assert count is again and count() == 2 and next(steps) is json.dumps and list(steps) == []
assert out is sys.stdout and module is json and ordered().popitem.__name__ == "popitem"
assert "BASE" not in vars(sys.modules["__main__"])
assert "HEAVY" not in fact.__globals__ and fact.__globals__ is not globals()
print("fine")
"""


def test_another_process_gets_what_is_reached_and_no_more() -> None:
    environment = {"PYTHONPATH": str(PYTHON)}
    made = subprocess.run([sys.executable, "-c", NEAR], env=environment, capture_output=True)
    assert made.returncode == 0, made.stderr.decode()
    read = subprocess.run(
        [sys.executable, "-c", FAR], env=environment, input=made.stdout, capture_output=True
    )
    assert read.stdout == b"fine\n", read.stderr.decode()


def test_dump_and_load_use_files_like_pickle() -> None:
    file = io.BytesIO()
    pyteleport.dump({"f": lambda: 3}, file)
    pyteleport.dump([1], file)
    file.seek(0)
    assert pyteleport.load(file)["f"]() == 3 and pyteleport.load(file) == [1]


def test_large_buffers_travel_apart() -> None:
    class Large:
        def __reduce_ex__(self, protocol: Any) -> Any:
            return bytearray, (pickle.PickleBuffer(bytearray(1 << 20)),)

    buffers: list[Any] = []
    data = pyteleport.dumps([Large()], buffer_callback=buffers.append)
    assert len(data) < 1000 and len(buffers) == 1
    assert len(pyteleport.loads(data, buffers=buffers)[0]) == 1 << 20


def test_module_dicts_stay_those_of_the_modules() -> None:
    import json

    back = pyteleport.loads(pyteleport.dumps([json.__dict__, vars(json)["dumps"]]))
    assert back[0] is json.__dict__ and back[1] is json.dumps


def test_all_that_cannot_travel_is_said_at_once() -> None:
    class Holder:
        pass

    with socket.socket() as one:
        holder = Holder()
        holder.connections = {"a": [one]}  # type: ignore[attr-defined]
        holder.frame = sys._getframe()  # type: ignore[attr-defined]
        with pytest.raises(pyteleport.UnsupportedObjectError) as caught:
            pyteleport.dumps(holder)
    said = str(caught.value)
    assert said.startswith("2 objects can't travel"), said
    assert "a Holder → .connections → ['a'] → [0] can't travel: socket.socket" in said
    assert "a Holder → .frame can't travel: frame" in said and "hint: close the connection" in said
    assert isinstance(caught.value, (pickle.PicklingError, TypeError))


def test_a_refusal_keeps_nothing_alive() -> None:
    class Thing:
        pass

    gc.disable()
    try:
        thing = Thing()
        ended = weakref.ref(thing)
        with socket.socket() as connection:
            try:
                pyteleport.dumps([thing, connection])
            except pyteleport.UnsupportedObjectError:
                pass
            else:
                raise AssertionError("not refused")
        del thing
        assert ended() is None
    finally:
        gc.enable()


def test_own_exceptions_of_reducing_are_also_what_they_are() -> None:
    class Bad:
        def __reduce__(self) -> Any:
            raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        pyteleport.dumps([Bad()])


@pytest.fixture
def no_hooks() -> Any:
    yield
    for table in (hooks.registered, hooks.by_value, hooks.left):
        table.clear()
    hooks.departing.clear()
    hooks.arriving.clear()


def test_registered_types_travel_their_own_way(no_hooks: None) -> None:
    pyteleport.register(threading.Thread, lambda thread: thread.name, lambda name: ["thread", name])
    thread = threading.Thread(name="worker")
    back = pyteleport.loads(pyteleport.dumps([thread, thread]))
    assert back[0] == ["thread", "worker"] and back[0] is back[1]


def test_what_is_left_says_what_it_was(no_hooks: None) -> None:
    kept = {"key": [1]}
    pyteleport.leave(kept["key"])
    back = pyteleport.loads(pyteleport.dumps([kept, 2]))
    stand_in = back[0]["key"]
    assert isinstance(stand_in, pyteleport.LeftBehind) and "list [1]" in repr(stand_in) and back[1] == 2
    for use in (lambda: stand_in.append(1), lambda: stand_in[0], lambda: len(stand_in), lambda: stand_in()):
        with pytest.raises(pyteleport.LeftBehindError, match="stayed where the program came from"):
            use()


def test_copyreg_goes_before_our_own_reducers() -> None:
    import copyreg

    kind = type(threading.Lock())
    copyreg.pickle(kind, lambda lock: (str, ("a lock",)))
    try:
        assert pyteleport.loads(pyteleport.dumps(threading.Lock())) == "a lock"
    finally:
        del copyreg.dispatch_table[kind]


def test_modules_by_value(no_hooks: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own_part.py").write_text("state = [1]\ndef push():\n    state.append(2)\n    return state\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    import own_part  # type: ignore[import-not-found]

    pyteleport.by_value(own_part)
    data = pyteleport.dumps([own_part.push, own_part])
    code = (
        "import pickle, sys\npush, part = pickle.loads(sys.stdin.buffer.read())\n"
        "assert push() == [1, 2] and part.state == [1, 2] and part.push is push\nprint('fine')"
    )
    environment = {"PYTHONPATH": str(PYTHON)}
    read = subprocess.run([sys.executable, "-c", code], env=environment, input=data, capture_output=True)
    assert read.stdout == b"fine\n", read.stderr.decode()


def test_explain_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    def local() -> None:
        pass

    with socket.socket() as one:
        pyteleport.explain([local, Path, b"x" * 5000, one])
    said = capsys.readouterr().out
    lines = [line.split() for line in said.splitlines()]
    assert any(words[3:] == ["bytes", "by", "pickle"] and int(words[1]) > 5000 for words in lines)
    assert any(words[3:] == ["socket.socket", "not", "at", "all"] for words in lines)
    assert any("function" in line and line.endswith("by value") for line in said.splitlines())
    assert "a list → [3] can't travel" in said


class Buffer:
    """Pickled as a buffer, as arrays are."""

    def __init__(self, memory: Any, note: Any = None) -> None:
        self.memory, self.note = memory, note

    def __reduce__(self) -> Any:
        return Buffer, (pickle.PickleBuffer(self.memory), self.note)


class Raw(io.RawIOBase):
    """A file that takes a part only of what is written."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.taken.append(bytes(memoryview(data)[: 1 << 19]))
        return len(self.taken[-1])


def test_large_buffers_are_written_without_a_copy() -> None:
    large = [bytearray(bytes([i]) * (3 << 19)) for i in range(3)]
    many = [("text %d" % i, i, [i]) for i in range(5000)]  # several frames of pickle's
    buffers = [Buffer(large[0], many), Buffer(bytes(large[1])), Buffer(bytearray(9)), Buffer(large[2])]
    whole = [many, buffers, buffers[0], many[7], {"last": Buffer(large[0])}]
    file = Raw()
    pyteleport.dump(whole, file)
    for data in (pyteleport.dumps(whole), b"".join(file.taken)):
        again = pickle.loads(data)
        assert [one.memory for one in again[1]] == [one.memory for one in buffers]
        assert [type(one.memory) for one in again[1]] == [bytearray, bytes, bytearray, bytearray]
        assert again[0] == many and again[1][0].note is again[0] and again[2] is again[1][0]
        assert again[3] is again[0][7] and again[4]["last"].memory == large[0]
    apart: list[Any] = []
    assert len(pyteleport.dumps(whole, buffer_callback=apart.append)) < 1 << 19 and len(apart) == 5
    tracemalloc.start()
    pyteleport.dump(Buffer(bytearray(1 << 26)), open(os.devnull, "wb", 0))
    assert tracemalloc.get_traced_memory()[1] < (1 << 26) + (1 << 22)
    tracemalloc.stop()
