"""What can't be moved yet is refused with the place, the reason and a way out, and the program goes on where it is.

Knows what users write; must not know how the engine finds it out.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from interpreters import Interpreter

HEAD = """
import functools, os, sys, threading
import pyteleport
near = os.getpid()

def hop(*args):
    try:
        pyteleport.teleport()
    except pyteleport.CaptureError as error:
        print(type(error).__name__, "|", str(error).replace(chr(10), " "))
    else:
        print("MOVED", os.getpid() != near)
    return 0

"""

NATIVE = {
    "sorted": ("print(sorted([1], key=hop))", "sorted"),
    "frozenset of a generator": ("def g():\n    yield hop()\nfrozenset(g())", "frozenset"),
    "sum over a generator in a method": (
        "class C:\n    def total(self):\n        return sum(self.each())\n    def each(self):\n"
        "        yield hop()\nC().total()",
        "sum",
    ),
    "unpacking a generator": ("def g():\n    yield hop()\na, = g()", "UNPACK_SEQUENCE"),
    "a hash that a dict asks for": (
        "class C:\n    def __hash__(self):\n        return hop() or 1\nd = {}\nd[C()] = 1",
        "subscript",
    ),
}


def run(interpreter: Interpreter, site: Path, environment: dict[str, str], where: Path, text: str) -> str:
    program = where / "program.py"
    program.write_text(HEAD + text + "\nprint('goes on')\n")
    done = subprocess.run(
        [*interpreter.command(where), str(program)],
        env=dict(environment, PYTHONPATH=str(site)),
        cwd=where,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def place(tmp_path: Path, site_packages: Path) -> Path:
    """A directory that holds the package too, for interpreters that see nothing else of this file system."""
    (tmp_path / "site").mkdir()
    for each in site_packages.iterdir():
        subprocess.run(["cp", "-r", str(each), str(tmp_path / "site")], check=True)
    return tmp_path


def test_what_runs_inside_of_c_code_is_refused(
    interpreter: Interpreter, place: Path, clean_environment: dict[str, str]
) -> None:
    for name, (text, word) in NATIVE.items():
        output = run(interpreter, place / "site", clean_environment, place, text)
        lines = output.splitlines()
        assert "MOVED" not in output, name
        assert lines[-1] == "goes on", name
        assert lines[0].startswith("NativeFrameError | can't move frame "), (name, output)
        assert str(place / "program.py") in lines[0] and "hint:" in lines[0], (name, output)
        assert word in lines[0], (name, output)


def test_other_threads_are_refused_by_name(
    interpreter: Interpreter, place: Path, clean_environment: dict[str, str]
) -> None:
    text = (
        "stop = threading.Event()\nthread = threading.Thread(target=stop.wait, name='the other one')\n"
        "thread.start()\nhop()\nstop.set()\nthread.join()"
    )
    output = run(interpreter, place / "site", clean_environment, place, text)
    assert output.startswith("CaptureError | ") and "the other one" in output and output.endswith("goes on\n")


def test_objects_are_refused_with_the_way_to_them(
    interpreter: Interpreter, place: Path, clean_environment: dict[str, str]
) -> None:
    text = (
        "import socket\nclass Box: pass\ndef work():\n    box = Box()\n    box.inner = [socket.socket()]\n    hop()\n"
        "    box.inner[0].close()\nwork()"
    )
    output = run(interpreter, place / "site", clean_environment, place, text)
    assert output.startswith("UnsupportedObjectError | frame work at "), output
    assert (
        "local box" in output and ".inner" in output and "socket" in output and output.endswith("goes on\n")
    )


KEPT = {
    "an object": "import socket\nopen_ = socket.socket()\ndef work():\n    thing = Thing()\n    hop()\n    del thing\n    print(*ended)",
    "a C function": "def work():\n    thing = Thing()\n    max([1], key=hop)\n    del thing\n    print(*ended)",
    "a frame": "def inner():\n    thing = Thing()\n    max([1], key=hop)\ndef work():\n    inner()\n    print(*ended)",
    "a type that has no name": (
        "import zlib\nkind = type(zlib.compressobj())\ndef work():\n    thing = Thing()\n    hop()\n    del thing\n    print(*ended)"
    ),
    "an object in a deep structure": (
        "import socket\ndeep = socket.socket()\nfor _ in range(100000):\n    deep = [deep]\n"
        "def work():\n    thing = Thing()\n    hop()\n    del thing\n    print(*ended)"
    ),
}


def test_a_refusal_keeps_nothing_alive(
    interpreter: Interpreter, place: Path, clean_environment: dict[str, str]
) -> None:
    for name, text in KEPT.items():
        head = "import gc\ngc.disable()\nended = []\nclass Thing:\n    def __del__(self):\n        ended.append('ended')\n"
        output = run(interpreter, place / "site", clean_environment, place, head + text + "\nwork()")
        assert output.splitlines()[1:] == ["ended", "goes on"], (name, output)
