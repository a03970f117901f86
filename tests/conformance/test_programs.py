"""Runs every tiny program on every interpreter along every axis, and holds it against the same program not moving.

Knows how to start programs and what their headers say; must not know what a program shows. Headers, in the leading comment lines:

    # requires: 3.11           the first version that has what the program uses
    # until: 3.13              the last one
    # hops: 3                  how often it hops (1 when not said)
    # axes: process dump       the axes that make sense (all when not said)
    # args: a b                its arguments
    # stdin: one\ntwo\n        its standard input
    # launch: module NAME, command or stdin    how it is started, when not as a file
    # program: no              a module that programs import
    # refused: 2               how many of its hops are refused: it goes on where it is then, and shows the same
    # refused: 3.8-3.11 2, 3.14-3.15 <=1    likewise, by version, "at most" where it depends on the moment; none in the others
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from interpreters import FARHOST, Interpreter, far_minors, found, missing, required

HERE = Path(__file__).resolve().parent
AXES = ("process", "dump", "ssh")
DUMPED = 75
TIMEOUT = float(os.environ.get("PYTELEPORT_TEST_TIMEOUT", "60"))


@dataclass(frozen=True)
class Program:
    name: str
    first: int = 8
    last: int = 99
    hops: int = 1
    axes: tuple[str, ...] = AXES
    args: tuple[str, ...] = ()
    stdin: str = ""
    launch: str = "file"
    refused: tuple[tuple[int, int, range], ...] = ()

    def refusals(self, minor: int) -> range:
        """How many hops may be refused in that version."""
        return next((counts for first, last, counts in self.refused if first <= minor <= last), range(1))


def read_program(path: Path) -> Program | None:
    headers: dict[str, str] = {}
    for line in path.read_text().splitlines():
        if not line.startswith("#"):
            break
        header = re.match(r"# (requires|until|hops|axes|args|stdin|launch|program|refused): (.*)", line)
        if header:
            headers[header[1]] = header[2].strip()
    if headers.get("program") == "no":
        return None
    return Program(
        name=path.stem,
        first=int(headers.get("requires", "3.8").split(".")[1]),
        last=int(headers.get("until", "3.99").split(".")[1]),
        hops=int(headers.get("hops", "1")),
        axes=tuple(headers.get("axes", " ".join(AXES)).split()),
        refused=tuple(map(read_refusals, filter(None, headers.get("refused", "").split(",")))),
        args=tuple(headers.get("args", "").split()),
        stdin=headers.get("stdin", "").replace("\\n", "\n"),
        launch=headers.get("launch", "file"),
    )


def read_refusals(text: str) -> tuple[int, int, range]:
    *versions, count = text.split()
    most = int(count.lstrip("<="))
    counts = range(0 if count.startswith("<=") else most, most + 1)
    first, last = (versions[0].split("-") * 2)[:2] if versions else ("3.8", "3.99")
    return int(first.split(".")[1]), int(last.split(".")[1]), counts


PROGRAMS = [program for program in map(read_program, sorted((HERE / "programs").glob("*.py"))) if program]


@dataclass
class Outcome:
    """What a run showed: the streams without the hops' own reports, the status, and the reports."""

    status: int
    stdout: str
    stderr: str
    reports: list[tuple[str, int, int, str]] = field(default_factory=list)

    def count(self, what: str) -> int:
        return sum(1 for report in self.reports if report[0] == what)


class Stage:
    """Where programs of one session are run: the programs, the packages, a directory for each run."""

    def __init__(self, base: Path, site: Path, environment: dict[str, str]) -> None:
        self.base, self.site, self.environment = base, site, environment
        self.programs = base / "programs"
        shutil.copytree(HERE / "programs", self.programs, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(HERE / "hop.py", self.programs)
        self.oracles: dict[tuple[Program, Interpreter], Outcome] = {}
        self.runs = 0

    def oracle(self, program: Program, interpreter: Interpreter) -> Outcome:
        key = (program, interpreter)
        if key not in self.oracles:
            self.oracles[key] = self.run(program, interpreter, "none")
        return self.oracles[key]

    def run(self, program: Program, interpreter: Interpreter, axis: str) -> Outcome:
        self.runs += 1
        directory = self.base / ("run%d" % self.runs)
        directory.mkdir()
        dump = str(directory / "snapshot-")
        environment = {
            **self.environment,
            "PYTHONPATH": str(self.site),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTELEPORT_AXIS": axis,
            "PYTELEPORT_DUMP": dump,
            "PYTELEPORT_SSH_CONFIG": str(FARHOST / "ssh" / "config"),
            "PYTELEPORT_MAY_REFUSE": "1" if program.refused else "",
        }
        python = interpreter.command(self.site.parent.parent)
        stdin = program.stdin
        source = self.programs / (program.name + ".py")
        if program.launch == "file":
            command = [*python, str(source)]
        else:
            environment["PYTHONPATH"] += os.pathsep + str(self.programs)
            if program.launch == "command":
                command = [*python, "-c", source.read_text()]
            elif program.launch == "stdin":
                command, stdin = [*python, "-"], source.read_text()
            else:
                command = [*python, "-m", program.launch.split()[1]]
        outcome = execute([*command, *program.args], directory, environment, stdin)
        if axis == "dump":
            if program.hops == 1:
                del environment["PYTHONPATH"]  # a snapshot needs nothing but Python
            for number in range(1, program.hops + 1):
                if outcome.status != DUMPED:
                    break
                if not os.path.exists("%s%d.pyc" % (dump, number)):
                    continue  # that hop was refused
                more = execute([*python, "%s%d.pyc" % (dump, number)], directory, environment, "")
                outcome.status = more.status
                outcome.stdout += more.stdout
                outcome.stderr += more.stderr
                outcome.reports += more.reports
        shutil.rmtree(directory, ignore_errors=True)
        return outcome


def execute(command: list[str], directory: Path, environment: dict[str, str], stdin: str) -> Outcome:
    process = subprocess.Popen(
        command,
        cwd=directory,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        stdout, stderr = process.communicate(stdin, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        stdout, stderr = process.communicate()
        stderr += "\n(stopped after %g s)\n" % TIMEOUT
    outcome = Outcome(process.returncode, stdout, "")
    kept = []
    for line in stderr.splitlines(keepends=True):
        report = re.fullmatch(r"@(leaves|arrives|refused) (\d+) (\d+) (\S+)\n", line)
        if report:
            outcome.reports.append((report[1], int(report[2]), int(report[3]), report[4]))
        else:
            kept.append(line)
    outcome.stderr = "".join(kept)
    return outcome


def axis_was_on(reports: list[tuple[str, int, int, str]], axis: str) -> str | None:
    """None when each hop really changed the process (and the host); else what did not."""
    for leaves, arrives in zip(reports[::2], reports[1::2]):
        if arrives[0] == "refused":
            continue
        if (leaves[0], arrives[0]) != ("leaves", "arrives") or leaves[1] != arrives[1]:
            return "the reports are out of order: %s" % (reports,)
        if leaves[2] == arrives[2]:
            return "hop %d stayed in process %d" % (leaves[1], leaves[2])
        if axis == "ssh" and leaves[1] == 1 and leaves[3] == arrives[3]:
            return "the first hop stayed on host %s" % leaves[3]
    return None


def cases() -> list[object]:
    made = []
    for program in PROGRAMS:
        for interpreter in found():
            if not program.first <= interpreter.minor <= program.last:
                continue
            for axis in ("none", *program.axes):
                if axis == "ssh" and interpreter.minor not in far_minors():
                    continue
                name = "%s-%s-%s" % (program.name, interpreter.name, axis)
                made.append(pytest.param(program, interpreter, axis, id=name))
    return made


@pytest.fixture(scope="session")
def stage(
    tmp_path_factory: pytest.TempPathFactory, site_packages: Path, clean_environment: dict[str, str]
) -> Stage:
    return Stage(site_packages.parent, site_packages, clean_environment)


@pytest.mark.parametrize(("program", "interpreter", "axis"), cases())
def test_program(program: Program, interpreter: Interpreter, axis: str, stage: Stage) -> None:
    oracle = stage.oracle(program, interpreter)
    if axis == "none":
        assert "@" not in oracle.stderr and oracle.count("arrives") == program.hops, oracle
        return
    outcome = stage.run(program, interpreter, axis)
    shown = "status %d\n%s\n%s" % (outcome.status, outcome.stdout, outcome.stderr)
    assert outcome.stdout == oracle.stdout, shown
    assert (outcome.status, outcome.stderr) == (oracle.status, oracle.stderr), shown
    assert outcome.count("refused") in program.refusals(interpreter.minor), shown
    assert outcome.count("arrives") + outcome.count("refused") == program.hops, shown
    assert axis_was_on(outcome.reports, axis) is None, axis_was_on(outcome.reports, axis)


@pytest.mark.parametrize("version", ["3.%d" % minor for minor in range(8, 16)])
def test_interpreter_is_there(version: str) -> None:
    if version in missing():
        message = "no CPython %s here: its conformance runs are missing" % version
        pytest.fail(message) if required() else pytest.skip(message)


def test_far_host_is_there() -> None:
    if not far_minors():
        message = "the far host is down: the ssh axis is missing (tests/farhost/up brings it up)"
        pytest.fail(message) if required() else pytest.skip(message)
