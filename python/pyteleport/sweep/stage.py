"""Knows the directories and processes of a sweep: undisturbed runs, the near run, the server of far runs.

Must not know boundaries or reports.
"""

from __future__ import annotations

import json
import mmap
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from . import far
from .observe import Outcome, read_tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

__all__ = ["FarResult", "NearRun", "Program", "Stage"]

_START_NEAR = "import json, sys; from pyteleport.sweep.near import main; main(json.loads(sys.argv[1]))"
_START_FAR = "import sys; from pyteleport.sweep.far import main; main(int(sys.argv[1]), int(sys.argv[2]))"


class Program:
    """What is run: a file or a module, its arguments, and a directory whose contents it finds in its working directory."""

    def __init__(
        self, program: Optional[str], module: Optional[str], arguments: List[str], directory: Optional[str]
    ) -> None:
        self.program = program
        self.module = module
        self.arguments = arguments
        self.directory = directory

    def __str__(self) -> str:
        name = "-m %s" % self.module if self.module else str(self.program)
        return " ".join([name, *self.arguments])

    def command(self) -> List[str]:
        """How it is run by itself."""
        what = ["-m", self.module] if self.module else [str(self.program)]
        return [sys.executable, *_flags(), *what, *self.arguments]


class FarResult:
    """How a restored program ended: `outcome`, or `error` if it was not even restored, or `hung`."""

    def __init__(self, outcome: Outcome, ready: bool, error: str, hung: bool) -> None:
        self.outcome = outcome
        self.ready = ready
        self.error = error
        self.hung = hung


class NearRun:
    """A near run under way. Its reports are read one by one, and each is answered."""

    def __init__(
        self, process: subprocess.Popen[bytes], control: int, answers: int, counters: mmap.mmap
    ) -> None:
        self.process = process
        self.control = control
        self.answers = answers
        self.counters = memoryview(counters).cast("Q")
        self.outcome: Optional[Outcome] = None
        self.hung = False

    def report(self, timeout: float) -> Optional[Dict[str, Any]]:
        """The next boundary, or None when the program has ended or takes longer than `timeout` seconds."""
        if not select.select([self.control], [], [], timeout)[0]:
            self.hung = True
            _kill(self.process.pid)
            return None
        return far.receive(self.control)

    def go_on(self) -> None:
        try:
            os.write(self.answers, b"g")
        except BrokenPipeError:
            pass

    def stop(self) -> None:
        _kill(self.process.pid)

    def count(self, slot: int) -> int:
        return self.counters[slot]


class Stage:
    """A working directory in which one run at a time takes place, always at the same path, and what belongs to it.

    The directory of the program that waits is moved aside while its restored copy runs in a copy of that, so that its open
    files stay its own.
    """

    def __init__(self, program: Program, timeout: float) -> None:
        self.program = program
        self.timeout = timeout
        self.base = os.path.realpath(tempfile.mkdtemp(prefix="sweep-"))
        self.place = os.path.join(self.base, "here")
        self.snapshot = os.path.join(self.base, "snapshot")
        self.streams = [os.path.join(self.base, name) for name in ("stdout", "stderr")]
        self.far_streams = [os.path.join(self.base, name) for name in ("far-stdout", "far-stderr")]
        self.server: Optional[_Server] = None
        self.environment = self._environment()

    def close(self) -> None:
        if self.server is not None:
            self.server.close()
        shutil.rmtree(self.base, ignore_errors=True)

    def _environment(self) -> Dict[str, str]:
        environment = dict(os.environ)
        environment.setdefault("PYTHONHASHSEED", "0")
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        if environment.get("PYTHONPATH"):  # the runs have another working directory than this process
            entries = environment["PYTHONPATH"].split(os.pathsep)
            environment["PYTHONPATH"] = os.pathsep.join(map(os.path.abspath, entries))
        environment["TMPDIR"] = os.path.join(self.place, "tmp")
        return environment

    @property
    def cwd(self) -> str:
        return os.path.join(self.place, "cwd")

    def prepare(self) -> None:
        """Make the directory as it is when a run begins."""
        shutil.rmtree(self.place, ignore_errors=True)
        os.mkdir(self.place)
        os.mkdir(os.path.join(self.place, "tmp"))
        if self.program.directory is None:
            os.mkdir(self.cwd)
        else:
            shutil.copytree(self.program.directory, self.cwd, symlinks=True)

    def run_alone(self) -> Optional[Outcome]:
        """Run the program by itself; None if it did not end in time."""
        self.prepare()
        process = self._start(self.program.command(), ())
        try:
            process.wait(self.timeout)
        except subprocess.TimeoutExpired:
            _kill(process.pid)
            process.wait()
            return None
        return self._outcome(process.returncode, self.streams)

    def start_near(self, options: Dict[str, Any]) -> NearRun:
        """Start the program traced, with these `options` of `near.main`."""
        self.prepare()
        control_read, control = os.pipe()
        answers, answers_write = os.pipe()
        shared = tempfile.TemporaryFile(dir=self.base)
        shared.truncate(4096)
        config = {
            "program": self.program.program,
            "module": self.program.module,
            "arguments": self.program.arguments,
            "control": control,
            "answers": answers,
            "counters": shared.fileno(),
            "snapshot": self.snapshot,
            **options,
        }
        command = [sys.executable, *_flags(), "-c", _START_NEAR, json.dumps(config)]
        process = self._start(command, (control, answers, shared.fileno()))
        counters = mmap.mmap(shared.fileno(), 4096)
        shared.close()
        os.close(control)
        os.close(answers)
        return NearRun(process, control_read, answers_write, counters)

    def end_near(self, run: NearRun) -> None:
        """Wait for the end of a near run, and see what it left."""
        try:
            run.process.wait(self.timeout)
        except subprocess.TimeoutExpired:
            run.hung = True
            _kill(run.process.pid)
            run.process.wait()
        os.close(run.control)
        os.close(run.answers)
        run.outcome = self._outcome(run.process.returncode, self.streams)

    def run_far(self, report: Dict[str, Any], preload: List[str], timeout: float) -> FarResult:
        """Run the snapshot to its end, in a copy of the directory that the near run has now."""
        written = [_read(path, size) for path, size in zip(self.streams, report["written"])]
        for path in self.far_streams:
            open(path, "wb").close()
        aside = self.place + ".near"
        os.rename(self.place, aside)
        shutil.copytree(aside, self.place, symlinks=True)
        try:
            if self.server is None:
                self.server = _Server(self)
            answer = self.server.run(report, preload, timeout)
            outcome = self._outcome(_returncode(answer["status"]), self.far_streams)
        finally:
            shutil.rmtree(self.place, ignore_errors=True)
            os.rename(aside, self.place)
        error = answer["error"] if not answer["ready"] else ""
        if not answer["ready"] and not error:
            error = outcome.stderr.decode("utf-8", "backslashreplace")
        outcome.stdout = written[0] + outcome.stdout
        outcome.stderr = written[1] + outcome.stderr
        return FarResult(outcome, answer["ready"], error, answer["hung"])

    def _start(self, command: List[str], descriptors: Tuple[int, ...]) -> subprocess.Popen[bytes]:
        with open(self.streams[0], "wb") as stdout, open(self.streams[1], "wb") as stderr:
            return subprocess.Popen(
                command,
                cwd=self.cwd,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                pass_fds=descriptors,
                start_new_session=True,
            )

    def _outcome(self, status: int, streams: List[str]) -> Outcome:
        return Outcome(status, _read(streams[0]), _read(streams[1]), read_tree(self.place))


class _Server:
    """The process that restored programs are forked from."""

    def __init__(self, stage: Stage) -> None:
        requests_read, self.requests = os.pipe()
        self.answers, answers_write = os.pipe()
        self.known: set[str] = set()
        command = [sys.executable, *_flags(), "-c", _START_FAR, str(requests_read), str(answers_write)]
        self.stage = stage
        with open(os.path.join(stage.base, "server"), "wb") as log:
            self.process = subprocess.Popen(
                command,
                cwd=stage.base,
                env=stage.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=(requests_read, answers_write),
            )
        os.close(requests_read)
        os.close(answers_write)

    def run(self, report: Dict[str, Any], preload: List[str], timeout: float) -> Dict[str, Any]:
        """Restore a snapshot and wait for its end."""
        new = [name for name in preload if name not in self.known]
        self.known.update(new)
        far.send(
            self.requests,
            {
                "snapshot": self.stage.snapshot,
                "manifest": report["manifest"],
                "cwd": self.stage.cwd,
                "stdio": report["stdio"],
                "stdout": self.stage.far_streams[0],
                "stderr": self.stage.far_streams[1],
                "preload": new,
            },
        )
        begun = self._receive()
        hung = False
        end = time.monotonic() + timeout
        while not select.select([self.answers], [], [], max(0.0, end - time.monotonic()))[0]:
            hung = True
            _kill(begun["pid"])
            end = time.monotonic() + 10
        answer = self._receive()
        _kill(begun["pid"])
        answer["hung"] = hung
        return answer

    def _receive(self) -> Dict[str, Any]:
        answer = far.receive(self.answers)
        if answer is None:
            with open(os.path.join(self.stage.base, "server"), errors="backslashreplace") as log:
                raise RuntimeError("the server of far runs has ended: %s" % log.read()[-2000:])
        return answer

    def close(self) -> None:
        os.close(self.requests)
        self.process.wait()
        os.close(self.answers)


def _flags() -> List[str]:
    return subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined,no-any-return]


def _kill(leader: int) -> None:
    """End a run and what it has started."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def _returncode(status: int) -> int:
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def _read(path: str, size: int = -1) -> bytes:
    with open(path, "rb") as file:
        return file.read(size)
