"""What notes the files that are read must not be noticed by the program: not in what it traces, nor in its errors, nor at its end.

Knows programs as texts; that what was read goes along is in `test_carried_files`.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from interpreters import Interpreter

PROGRAMS = {
    "tracing": """
import os, sys, pyteleport
seen = set()
def note(frame, event, argument):
    seen.add(frame.f_code.co_filename)
    return note
for follow in (sys.setprofile, sys.settrace):
    follow(note)
    open("file", "w").close()
    open("file").close()
    os.close(os.open("file", os.O_RDONLY))
    id(note)
    note.__code__
    follow(None)
assert not [name for name in seen if "pyteleport" in name], seen
import cProfile
profile = cProfile.Profile()
profile.runcall(open, "file").close()
assert not [one for one in profile.getstats() if "pyteleport" in str(one.code)]
""",
    "its own errors": """
import io, os, sys, pyteleport

def raised(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        return type(error)

class Named:
    asked = 0
    def __fspath__(self):
        Named.asked += 1
        return "nowhere"

class Text(str):
    def refuse(self, *arguments):
        raise RuntimeError
    __add__ = __eq__ = __getattribute__ = __hash__ = __radd__ = __str__ = endswith = startswith = refuse

class Bytes(bytes):
    def refuse(self, *arguments):
        raise RuntimeError
    __eq__ = __getattribute__ = __hash__ = decode = refuse

class Posing:
    @property
    def __class__(self):
        raise RuntimeError

for way in (open, io.FileIO, lambda name: os.open(name, os.O_RDONLY)):
    assert raised(way, "nul\\0") is raised(way, b"nul\\0") is ValueError
    assert raised(way, "\\ud800") is UnicodeEncodeError
    for name in ("nowhere", "", b"\\xff\\xfe", "\\udcff", Named(), Text("nowhere"), Bytes(b"nowhere")):
        assert raised(way, name) is FileNotFoundError, (way, name)
    assert raised(way, None) is raised(way, Posing()) is TypeError
assert Named.asked == 3
for arguments in ((), (1,), ("name",), ("nul\\0", None, 0), ("\\ud800", None, 0), (Posing(), Posing(), Posing()), ("", "", "", "")):
    sys.audit("open", *arguments)
os.mkdir("gone")
os.chdir("gone")
os.rmdir("../gone")
assert raised(open, "file") is FileNotFoundError
from pyteleport import _process, _read
assert _read.below(_process.directory()) == [] and _read.below("/") == []
_read.below(os.path.dirname(sys.argv[0]))
""",
    "a signal's error": """
import os, signal, sys, time, pyteleport

def late(number, frame):
    raise TimeoutError

def opens():
    end = time.monotonic() + 1
    while time.monotonic() < end:
        open("file").close()
    raise SystemExit("lost")

signal.signal(signal.SIGALRM, late)
open("file", "w").close()
for times in range(300):
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.0002 + times * 1e-6)
        opens()
    except TimeoutError:
        pass
""",
    "its end": """
import os, sys, pyteleport
class Last:
    def __del__(self, open=os.open, how=os.O_RDONLY, name=sys.argv[0], write=os.write):
        open(name, how)
        write(1, b"read\\n")
os.last = Last()
""",
    "its memory": """
import os, sys, pyteleport
from pyteleport import _read
keep = ["keep%d" % number for number in range(6000)]
for name in keep:
    open(name, "w+").close()
for number in range(20000):
    try:
        open("passing%d" % number)
    except FileNotFoundError:
        pass
assert len(_read._paths) <= 12000
assert set(_read.below(os.getcwd())) >= {os.path.abspath(name) for name in keep}
""",
    "a hop that fails": """
import io, os, sys, pyteleport
from pyteleport import _read

class Full(io.StringIO):
    def flush(self):
        raise OSError

arrivals = []
pyteleport.on_arrival(lambda: arrivals.append(1))
for name in ("first", "second"):
    with open(name, "w+"):
        pass
    try:
        if name == "first":
            sys.stdout = Full()
        pyteleport.tp_shell("/nowhere")
    except (OSError, pyteleport.TargetError):
        sys.stdout = sys.__stdout__
assert len(arrivals) == 2, arrivals
open("third", "w+").close()
assert _read.below(os.getcwd()) == [os.path.abspath(name) for name in ("first", "second", "third")]
""",
    "hooks that forbid it": """
import sys
kind = (RuntimeError, PermissionError)[len(sys.argv) - 1]
def forbid(event, arguments):
    if event == "sys.addaudithook":
        raise kind("no more hooks")
sys.addaudithook(forbid)
import pyteleport
from pyteleport import _read
open(__file__).close()
assert not _read._paths
pyteleport.tp_dummy()
""",
}


@pytest.mark.parametrize("what", PROGRAMS)
def test_not_noticed(
    what: str,
    interpreter: Interpreter,
    site_packages: Path,
    clean_environment: dict[str, str],
    tmp_path: Path,
) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAMS[what])
    for arguments in ((), ("other",)) if "forbid" in what else ((),):
        done = subprocess.run(
            [*interpreter.command(site_packages.parent.parent), str(program), *arguments],
            env={**clean_environment, "PYTHONPATH": str(site_packages)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        assert done.stdout == ("read\n" if what == "its end" else "")
