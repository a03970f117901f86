"""The sweep says right where a program moves well, refused with the reason where it can't, and WRONG where something breaks.

Knows the command line and the JSON of `pyteleport.sweep`; must not know how it stops a program.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interpreters import REPOSITORY, Interpreter

RIGHT, WRONG, UNFIT = 0, 1, 3

PLAIN = """
import sys

def squares(limit):
    for number in range(limit):
        yield number * number

def total(limit):
    found = 0
    for square in squares(limit):
        found += square
    with open("result.txt", "a") as file:
        file.write("total %d" % found)
    return found

print("begin")
try:
    print([total(3), 1 / 0])
except ZeroDivisionError as error:
    print(error, file=sys.stderr)
sys.exit(3)
"""


class Sweeper:
    """Sweeps texts under one interpreter, with one installation of the package."""

    def __init__(
        self, interpreter: Interpreter, site: Path, environment: dict[str, str], place: Path
    ) -> None:
        self.interpreter, self.site, self.place = interpreter, site, place
        self.environment = {**environment, "PYTHONPATH": str(site)}

    def __call__(self, text: str, *options: str, status: int) -> Any:
        path = self.place / "program.py"
        path.write_text(text)
        done = self.run(*options, "--json", "-", str(path))
        assert done.returncode == status, done.stdout + done.stderr
        return json.loads(done.stdout)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [*self.interpreter.command(self.site.parent.parent), "-m", "pyteleport.sweep", *words]
        return subprocess.run(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )


@pytest.fixture
def place(site_packages: Path, request: pytest.FixtureRequest) -> Path:
    """A directory that every interpreter sees at the same path."""
    made = site_packages.parent / "sweep" / "".join(c if c.isalnum() else "-" for c in request.node.name)
    made.mkdir(parents=True)
    return made


@pytest.fixture
def sweep(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], place: Path
) -> Sweeper:
    return Sweeper(interpreter, site_packages, clean_environment, place)


def test_everything_is_right(sweep: Sweeper) -> None:
    result = sweep(PLAIN, status=RIGHT)
    totals = result["totals"]
    assert totals["instructions"] == totals["eligible"] == totals["tried"] > 100
    assert totals["wrong"] == 0 and not result["disturbed"] and not result["notes"]
    assert totals["right"] > 0.8 * totals["tried"], result["refused"]


def test_every_limit_and_shares(sweep: Sweeper) -> None:
    whole = sweep(PLAIN, "--every", "7", status=RIGHT)["totals"]
    assert whole["tried"] == whole["eligible"] // 7
    assert sweep(PLAIN, "--every", "7", "--jobs", "2", status=RIGHT)["totals"] == whole
    assert 10 <= sweep(PLAIN, "--limit", "20", status=RIGHT)["totals"]["tried"] <= 20
    assert sweep(PLAIN, "--only", "other*", status=RIGHT)["totals"]["eligible"] == 0


def test_places_count_once(sweep: Sweeper) -> None:
    text = "for number in range(50):\n    text = str(number)\nprint(text)\n"
    totals = sweep(text, "--places", "1", status=RIGHT)["totals"]
    assert totals["tried"] < 30 < 300 < totals["instructions"]


def test_refusals_by_reason(sweep: Sweeper) -> None:
    text = "def key(item):\n    return -item\n\nprint(sorted([3, 1, 2], key=key))\n"
    result = sweep(text, status=RIGHT)
    (reason,) = result["refused"]
    assert reason.startswith("native-frame") and "sorted" in reason
    entry = result["refused"][reason]
    assert entry["count"] >= 6 and entry["example"]["line"] == 2 and "key" in entry["example"]["function"]


def test_what_is_not_deterministic_is_not_swept(sweep: Sweeper) -> None:
    result = sweep("import os\nprint(os.getpid())\n", status=UNFIT)
    assert "not deterministic" in result["unfit"] and result["totals"]["tried"] == 0


def test_what_notices_the_trace_is_not_swept(sweep: Sweeper) -> None:
    result = sweep("import sys\nprint(sys.gettrace() is None)\n", status=UNFIT)
    assert "traced" in result["unfit"]


def test_addresses_may_differ(sweep: Sweeper) -> None:
    result = sweep("print(object())\nx = 1\nprint(x)\n", status=RIGHT)
    assert result["normalised"] == ["durations", "addresses"] and result["totals"]["right"] > 5


@pytest.fixture
def broken(site_packages: Path, place: Path) -> Path:
    """An installation in which locks arrive unlocked."""
    site = place / "broken"
    shutil.copytree(site_packages, site, ignore=shutil.ignore_patterns("__pycache__"))
    path = site / "pyteleport" / "arrival" / "concurrency.py"
    text = path.read_text()
    assert text.count("    if locked:\n") == 1
    path.write_text(text.replace("    if locked:\n", "    if False:\n"))
    return site


LOCKED = """
import _thread
lock = _thread.allocate_lock()
lock.acquire()
print("held")
print(lock.locked())
"""


def test_a_planted_fault_is_found_and_replayed(
    interpreter: Interpreter, broken: Path, clean_environment: dict[str, str], place: Path
) -> None:
    sweep = Sweeper(interpreter, broken, clean_environment, place)
    result = sweep(LOCKED, status=WRONG)
    assert {entry["line"] for entry in result["wrong"]} == {4, 5, 6}
    first = result["wrong"][0]
    assert (
        first["kind"] == "stdout"
        and "-True" in first["diff"]["stdout"]
        and "+False" in first["diff"]["stdout"]
    )
    assert not result["disturbed"]

    shown = sweep.run("--replay", str(first["number"]), str(place / "program.py"))
    assert shown.returncode == WRONG
    assert "+False" in shown.stdout and "in <module>" in shown.stdout, shown.stdout
    right = sweep(LOCKED, "--replay", "1", status=RIGHT)["totals"]
    assert (right["tried"], right["right"]) == (1, 1)


def test_shrinking_leaves_what_is_wrong(
    interpreter: Interpreter, broken: Path, clean_environment: dict[str, str], place: Path
) -> None:
    sweep = Sweeper(interpreter, broken, clean_environment, place)
    text = "import _thread\n\nlock = _thread.allocate_lock()\nlock.acquire()\nprint('held')\nprint(lock.locked())\n"
    number = sweep(text, "--every", "2", status=WRONG)["wrong"][0]["number"]
    shown = sweep.run("--shrink", str(number), str(place / "program.py"))
    assert shown.returncode == WRONG, shown.stderr
    assert "lock.acquire()" in shown.stdout and "lock.locked()" in shown.stdout
    assert "held" not in shown.stdout


#: A fixed sample of programs that others wrote: so many boundaries of each, for every version.
SAMPLE = [
    ("call_keyword", 15),
    ("gen_try_finally", 15),
    ("with_contextmanager", 15),
    ("comp_nested", 15),
    ("exc_ways_out", 60),
]


@pytest.mark.parametrize(("name", "boundaries"), SAMPLE)
def test_sample(name: str, boundaries: int, sweep: Sweeper, place: Path) -> None:
    shutil.copy(REPOSITORY / "tests" / "conformance" / "programs" / (name + ".py"), place)
    shutil.copy(REPOSITORY / "tests" / "sweep" / "hop.py", place)
    done = sweep.run("--limit", str(boundaries), str(place / (name + ".py")))
    assert done.returncode == RIGHT, done.stdout + done.stderr


@pytest.mark.parametrize("seed", [1, 2])
def test_random_programs(seed: int, interpreter: Interpreter, sweep: Sweeper, place: Path) -> None:
    writer = [sys.executable, str(REPOSITORY / "Tools" / "sweep" / "random_program.py")]
    made = subprocess.run(
        [*writer, str(seed), str(interpreter.minor)], check=True, capture_output=True, text=True
    )
    (place / "random_program.py").write_text(made.stdout)
    done = sweep.run("--limit", "40", str(place / "random_program.py"))
    assert done.returncode == RIGHT, done.stdout + done.stderr


def test_what_keeps_the_trace_function_is_right(sweep: Sweeper) -> None:
    text = "import sys\nkept = sys.gettrace()\nprint(1)\nsys.settrace(kept)\nprint(2)\n"
    totals = sweep(text, status=RIGHT)["totals"]
    assert totals["right"] == totals["tried"] > 10
