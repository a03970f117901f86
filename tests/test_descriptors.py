"""What a program has open under numbers, where it comes from outside or can't be there: inherited, missing, left, beyond a limit.

Knows programs as texts; what goes along as it should is in `conformance/programs/io_*`.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from interpreters import Interpreter


class Run:
    """Runs a text under one interpreter, with one installation of the package, in a directory of its own."""

    def __init__(self, interpreter: Interpreter, site: Path, environment: dict[str, str]) -> None:
        self.command = interpreter.command(site.parent.parent)
        self.python = interpreter.path
        self.place = site.parent / ("descriptors%d" % len(os.listdir(site.parent)))
        self.place.mkdir()
        self.environment = {**environment, "PYTHONPATH": str(site)}

    def __call__(
        self, text: str, *, inherited: tuple[int, ...] = (), before: str = ""
    ) -> subprocess.CompletedProcess[str]:
        command = [*self.command, "-c", text]
        if before:
            command = ["/bin/sh", "-c", before + '; exec "$@"', "sh", *command]
        return subprocess.run(
            command,
            cwd=self.place,
            env=self.environment,
            capture_output=True,
            text=True,
            pass_fds=inherited,
            timeout=60,
        )


@pytest.fixture
def run(interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str]) -> Run:
    return Run(interpreter, site_packages, clean_environment)


MOVES = {
    "process": "pyteleport.teleport()",
    "command": "pyteleport.tp_bash('/bin/sh', '-c', python=sys.executable)",
}


@pytest.mark.parametrize("way", MOVES)
def test_inherited_pipe_stays_where_it_can_be_inherited(run: Run, way: str) -> None:
    read, write = os.pipe()
    text = "import os, sys, pyteleport\nnumber = int(%d)\n%s\nprint(os.write(number, b'there'))"
    try:
        done = run(text % (write, MOVES[way]), inherited=(write,))
        os.close(write)
        assert (done.stdout, done.stderr) == ("5\n", "")
        assert os.read(read, 9) == b"there"
    finally:
        os.close(read)


def test_inherited_pipe_leads_nowhere_elsewhere(run: Run) -> None:
    read, write = os.pipe()
    text = """
import os, pyteleport
number, near = int(%d), os.getpid()
pyteleport.dump("saved.pyc")
if os.getpid() != near:
    for each in (lambda: os.write(number, b"x"), lambda: os.read(number, 1)):
        try:
            each()
        except OSError as error:
            print(error.errno == 9)
    print(open(os.devnull).fileno() != number)
"""
    try:
        done = run(text % write, inherited=(write,))
        assert done.returncode == 0, done.stderr
    finally:
        os.close(read)
        os.close(write)
    text = "import os, sys\nos.execv(sys.executable, [sys.executable, 'saved.pyc'])"
    done = run(text)
    assert (done.stdout, done.stderr) == ("True\nTrue\nTrue\n", "")


def test_whoever_waits_for_the_end_of_an_inherited_pipe_hears_of_it(run: Run) -> None:
    text = """
import os, pyteleport
read, write = os.pipe()
os.set_inheritable(read, True), os.set_inheritable(write, True)
pyteleport.teleport()
os.write(write, b"text")
os.close(write)
print(os.read(read, 9), os.read(read, 9))
"""
    done = run(text)
    assert (done.stdout, done.stderr) == ("b'text' b''\n", "")


def test_inherited_file_is_shared_by_who_moves_and_not_by_copies(run: Run) -> None:
    (run.place / "data").write_text("0123456789" * 3)
    text = """
import os, sys, pyteleport
print(os.read(5, 2))
pyteleport.teleport()
print(os.read(5, 2), os.read(5, 2), flush=True)
copy = pyteleport.fork_shell(return_=None)
if copy is None:
    sys.stdout.write("copy %r" % os.read(5, 3))
    sys.exit()
os.lseek(5, 20, os.SEEK_SET)
copy.wait()
print("", os.read(5, 2))
"""
    done = run(text, before="exec 5<data")
    assert (done.stdout, done.stderr) == ("b'01'\nb'23' b'45'\ncopy b'678' b'01'\n", "")


def test_missing_file_is_said(run: Run) -> None:
    (run.place / "data").write_text("0123")
    text = """
import os, sys, pyteleport
number = os.open("data", os.O_RDONLY)
try:
    pyteleport.tp_bash("sh", "-c", python=sys.executable, before="sleep 1; mv data data2")
except pyteleport.RestoreError as error:
    print("opened for reading is not there" in str(error))
print(os.read(number, 4))
"""
    done = run(text)
    assert (done.stdout, done.stderr) == ("True\nb'0123'\n", "")


def test_what_can_not_travel_is_named_or_left(run: Run) -> None:
    text = """
import os, pyteleport
class Holder: pass
def main():
    holder = Holder()
    holder.end, other = os.pipe()
    try:
        pyteleport.teleport()
    except pyteleport.UnsupportedObjectError as error:
        print(error.code, error)
    pyteleport.teleport(unsupported="leave")
    try:
        os.read(holder.end, 1)
    except OSError as error:
        print(error.errno)
main()
"""
    done = run(text)
    assert done.stderr == ""
    assert "descriptor 2 descriptors can't travel:" in done.stdout
    assert "local holder → .end can't travel: it is 3, the descriptor of a pipe" in done.stdout
    assert 'unsupported="leave" goes without it' in done.stdout
    assert done.stdout.endswith("\n9\n")


def test_few_numbers_are_enough(run: Run) -> None:
    text = """
import os, pyteleport
files = [open(os.devnull) for _ in range(6)]
pyteleport.teleport()
print([file.fileno() for file in files])
"""
    done = run(text, before="ulimit -n 24")
    assert (done.stdout, done.stderr) == ("[3, 4, 5, 6, 7, 8]\n", "")


def test_many_numbers_are_kept(run: Run) -> None:
    text = """
import os, pyteleport
files = [open(os.devnull) for _ in range(400)]
pyteleport.teleport()
print([file.fileno() for file in files] == list(range(3, 403)), open(os.devnull).fileno())
"""
    done = run(text)
    assert (done.stdout, done.stderr) == ("True 403\n", "")


def test_number_beyond_the_limit_is_said(run: Run) -> None:
    text = """
import os, sys, pyteleport
number = os.dup2(os.open(os.devnull, os.O_RDONLY), 200, False)
try:
    pyteleport.tp_bash("sh", "-c", python=sys.executable, before="ulimit -n 100")
except pyteleport.RestoreError as error:
    print("has 200 as the number of an open file" in str(error))
"""
    done = run(text)
    assert (done.stdout, done.stderr) == ("True\n", "")
