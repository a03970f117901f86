"""Knows the near side of the link: starts the target's command, checks what answers, streams a snapshot, hands over.

Must not know how a snapshot is made, nor what the calls of the package look like to the user.
"""

from __future__ import annotations

import os
import sys
from marshal import dumps, loads

from . import _hashes, _native, _process, errors
from .arrival import descriptors, link
from .arrival.hello import BOOT, GREETING

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from typing import Any, Dict, List, NoReturn, Optional, Tuple

    from .targets import Target
else:
    import _signal as signal  # the same functions, without the enumerations that take long to import

__all__ = ["Link"]

SUPPORTED = "CPython 3.8 to 3.15"
#: How many bytes are more than an ordinary pipe holds, and how many are worth not to be copied.
_MUCH, _LARGE = 1 << 16, 1 << 20


class Link:
    """A command that has been started, and what is said over its stdin and stdout.

    Args:
        target: where to.
        interactive: whether the program is an interactive session.
        terminal: the window size of the program's terminal if the far side shall have one, packed for TIOCSWINSZ.
        moves: whether the program will be there and nowhere else.

    Raises:
        TargetError: the command can't be started.
    """

    def __init__(
        self, target: Target, interactive: bool = False, terminal: Optional[bytes] = None, moves: bool = False
    ) -> None:
        self.target = target
        self.interactive = interactive
        self.terminal = terminal
        #: Whether what our children inherit becomes the program's alone over there.
        self.inherits = moves and target.is_interpreter
        self.hello: Dict[str, str] = {}
        self.status: Optional[int] = None
        self.snapshot: Any = None
        command = target.command(BOOT, interactive=True) if interactive else target.command(BOOT)
        if target.cwd is not None:
            command = [
                "/bin/sh",
                "-c",
                'cd "$1" && shift && exec "$@"',
                "sh",
                os.fspath(target.cwd),
                *command,
            ]
        self.command = command
        environment = dict(os.environ if target.env is None else target.env)
        lent = _hashes.lend(environment) if target.is_interpreter and target.cwd is None else None
        far_read, self.write = os.pipe()
        self.read, far_write = os.pipe()
        descriptors.ours.update((self.read, self.write))
        # A ctrl-C at our terminal is for the program, not for the command that carries it.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, ())
        try:
            self.pid = os.posix_spawnp(
                command[0],
                command,
                environment,
                file_actions=[(os.POSIX_SPAWN_DUP2, far_read, 0), (os.POSIX_SPAWN_DUP2, far_write, 1)],
                setsigmask=(mask - {signal.SIGPIPE}) | {signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP},
                setsigdef=(signal.SIGPIPE, signal.SIGXFSZ),
            )
        except OSError as error:
            self.close()
            raise errors.TargetError(
                "can't start %s: %s." % (target, error.strerror),
                "check that the command `%s` exists and may be run here" % command[0],
                "no-command",
            ) from None
        finally:
            os.close(far_read)
            os.close(far_write)
            if lent is not None:
                os.close(lent)

    def greet(self, depends_on_hashes: bool) -> None:
        """Wait for the far Python to say what it is, and check that the program can live there.

        Args:
            depends_on_hashes: whether the program can live only where texts have the hashes that they have here.

        Raises:
            TargetError: no Python answered, or one in which this program can't run.
        """
        self.listen()
        self.check()
        if self.has_our_hashes:
            return
        again = _hashes.restart() if self.hello.get("machine") == os.uname()[4] else None
        if again is not None:
            self.say(link.STAGE, again)
            self.listen()
            self.check()
        if depends_on_hashes and not self.has_our_hashes:
            raise errors.TargetError(
                "%s can't be started with the hashes of this program, and it has sets of texts, whose order would be another one there."
                % self.hello.get("executable", "the Python there"),
                "start the program with a number in PYTHONHASHSEED, which goes along",
                "hashes",
            )

    @property
    def has_our_hashes(self) -> bool:
        return self.hello.get("hash") == _hashes.mark()

    def listen(self) -> None:
        """Read the far Python's greeting; what else is said there before is passed on.

        Raises:
            TargetError: no Python answered.
            LinkError: one had answered, and is no more.
        """
        data = b""
        while True:
            start = data.find(GREETING)
            if start >= 0:
                _pass_on(data[:start])
                data = data[start:]
                end = data.find(b"\n", 1)
                if end >= 0:
                    break
            elif len(data) > 4096:
                _pass_on(data[:-64])
                data = data[-64:]
            more = os.read(self.read, 4096)
            if not more:
                _pass_on(data)
                if self.hello:  # it has answered before
                    self.broken()
                self.nobody_answered()
            data += more
        for field in data[len(GREETING) : end].decode("utf-8", "surrogateescape").split("\t"):
            key, _, value = field.partition("=")
            self.hello[key] = value

    def nobody_answered(self) -> NoReturn:
        status = self.end()
        python = getattr(self.target, "python", "python3")
        if status is not None and os.WIFEXITED(status) and os.WEXITSTATUS(status) in (126, 127):
            raise errors.TargetError(
                "%s answered, but has no `%s` to run (exit status %d)."
                % (self.target, python, os.WEXITSTATUS(status)),
                'name the Python there, for example python="/usr/bin/python%d.%d"' % sys.version_info[:2],
                "no-python",
            )
        raise errors.TargetError(
            "no Python answered from %s: the command %s." % (self.target, _outcome(status)),
            "what it said is above; try `%s` in a shell" % " ".join([*self.command[:-1], "'python3 -V'"])
            if self.command[-1] is not BOOT
            else "what it said is above",
            "unreachable",
        )

    def broken(self) -> NoReturn:
        raise errors.LinkError(
            "the link to %s broke before the program was handed over: the command %s."
            % (self.target, _outcome(self.end()))
        ) from None

    def check(self) -> None:
        near, far = _version(sys.version_info), self.hello.get("version", "?")
        name = self.hello.get("implementation", "?")
        where = self.hello.get("executable", "the Python there")
        choose = (
            'choose another with python="python%d.%d"; supported are %s, the same minor version on both sides'
            % (
                *sys.version_info[:2],
                SUPPORTED,
            )
        )
        problem = ""
        if name != "cpython":
            problem = "%s is %s %s, but this program runs in CPython %s." % (where, name, far, near)
        elif far.split(".")[:2] != near.split(".")[:2]:
            problem = "%s is Python %s, but this program runs in Python %s." % (where, far, near)
        elif far.split(".")[3:4] != near.split(".")[3:4] or (far != near and ".final." not in far):
            problem = "%s is Python %s, a pre-release whose bytecode is not that of %s here." % (
                where,
                far,
                near,
            )
        elif self.hello.get("abi", "") != getattr(sys, "abiflags", ""):
            problem = "%s is a different build of Python %s (ABI flags %r, here %r)." % (
                where,
                far,
                self.hello.get("abi"),
                getattr(sys, "abiflags", ""),
            )
        elif self.hello.get("system") != "Linux":
            problem = "%s runs on %s, and programs move only between Linux machines." % (
                where,
                self.hello.get("system"),
            )
            choose = "choose a Linux target"
        if problem:
            raise errors.TargetError(problem, choose, "python-mismatch")
        self.check_flags(where)

    def check_flags(self, where: str) -> None:
        """Refuse an interpreter that would run the program's code in another way: it was not started by us alone."""
        words = {"optimize": "-O", "bytes_warning": "-b", "dev_mode": "-X dev"}
        other = [
            "%s (here %s %d, there %s)" % (flag, name, getattr(sys.flags, name), self.hello[name])
            for name, flag in words.items()
            if self.hello.get(name, "") not in ("", str(int(getattr(sys.flags, name))))
        ]
        encoding = self.hello.get("encoding", "")
        if encoding.lower() not in ("", sys.getfilesystemencoding().lower()):
            other.append("the encoding (here %s, there %s)" % (sys.getfilesystemencoding(), encoding))
        seed = _hashes.fixed_seed()
        if seed is not None and not self.has_our_hashes:
            other.append("PYTHONHASHSEED (here %d)" % seed)
        if other:
            raise errors.TargetError(
                "%s is started in another way than this program was: %s." % (where, ", ".join(other)),
                "unset PYTHON* variables over there, or choose the flags with python='python3 …'; -X utf8 chooses the encoding",
                "python-flags",
            )

    @property
    def same_place(self) -> bool:
        """Whether the far side is the same interpreter and sees the same files, as the same user."""
        return self.same_files and self.hello.get("executable") == sys.executable

    @property
    def same_files(self) -> bool:
        return bool(self.hello.get("place")) and self.hello["place"] == _place()

    def stage(self) -> None:
        """Send the arrival code, or say where it lies, and what the far side has to know of this one."""
        from . import _bundle

        config: Dict[str, Any] = {
            "homes": {},
            "stdio": _process.streams(),
            "terminal": self.terminal,
            "errors_to_terminal": self.terminal is not None and os.isatty(2),
            "same_place": self.same_place,
            "interactive": self.interactive,
            "directory": _process.directory() if self.target.cwd is None else None,
            "inherits": self.inherits,
            "numbers": [entry[0] for entry in self.snapshot.manifest["descriptors"]],
        }
        if self.same_files:
            config["homes"] = _bundle.homes()
            text = _bundle.STAGE_HERE % {"home": config["homes"]["pyteleport"], "config": config}
            self.say(link.STAGE, text.encode())
            return
        complete = self.hello.get("machine") == os.uname()[4]
        bundle = _bundle.make(complete)
        self.say(link.STAGE, (_bundle.source() % {"id": bundle.id, "config": config}).encode())
        if bundle.id not in self.hello.get("cached", "").split():
            self.say(link.BUNDLE, bundle.archive())
        else:
            self.say(link.BUNDLE, b"")

    def say(self, kind: bytes, payload: bytes) -> None:
        """Write a frame; if the far side has hung up, what is read next tells why."""
        try:
            link.write_frame(self.write, kind, payload)
        except BrokenPipeError:
            pass

    def send_files(self) -> None:
        """Send the files that the target's options name; in the same place those that the program uses are there."""
        follows = self.target.follow_files and not self.same_files
        if not follows and not self.target.files:
            return
        from . import _carry

        # Those with paths of their own first: they may bring the working directory, in which the others are put.
        for names in (_carry.used_files() if follows else [], self.target.files):
            if names:
                _carry.send(self.write, lambda: self.expect(link.OK), names)

    def send(self, snapshot: Any) -> None:
        """Ask whether all is there that the program needs, then stream it, and wait until it stands ready.

        Raises:
            TargetError: something is missing over there.
            RestoreError: the far side could not rebuild the program.
            LinkError: the link broke.
        """
        try:
            self.send_files()
            manifest = snapshot.with_files(self.same_files)
            link.write_frame(self.write, link.NEEDS, dumps(manifest, 2))
            self.expect(link.OK)
            link.write_frame(self.write, link.SNAPSHOT, snapshot.nbytes.to_bytes(8, "little"))
            if snapshot.nbytes > _MUCH:
                link.widen(self.write)
            for chunk in snapshot.chunks:
                self.pour(chunk)
        except OSError:
            pass  # the far side has hung up; `expect` reads why
        self.expect(link.READY)

    def pour(self, chunk: Any) -> None:
        """Write a chunk, a large one without copying it: it stays as it is until the far side has read all."""
        view = memoryview(chunk)
        if view.nbytes >= _LARGE:
            view = view.cast("B")
            view = view[_native.engine().give_pages(self.write, view) :]
        link.write_all(self.write, view)

    def expect(self, wanted: bytes) -> bytes:
        """Read a frame of that type; returns its payload."""
        try:
            kind, payload = link.read_frame(self.read)
        except (link.LinkClosed, OSError):
            self.broken()
        if kind == wanted:
            return payload
        if kind == link.LACKS:
            raise lacking(loads(payload), self.hello.get("executable", "the Python there"), self.target)
        if kind == link.ERROR:
            report = loads(payload)
            trace = report["trace"].rstrip()
            text = "%s could not rebuild the program: %s" % (self.target, report["message"])
            if trace:
                text += "\n    " + trace.replace("\n", "\n    ")
            raise errors.RestoreError(text, None if trace else "the program is still here")
        raise errors.LinkError(
            "%s speaks another protocol: it sent a frame of type %r." % (self.target, kind)
        )

    def go(self) -> bool:
        """Hand over; returns whether the program runs over there. From the call on, this side must not run the program.

        Raises:
            LinkError: the word could not even be sent, so the program is still here.
        """
        try:
            os.write(self.write, link.GO + bytes(4))
        except OSError:
            raise errors.LinkError(
                "the link to %s broke just before the handover: the command %s."
                % (self.target, _outcome(self.end()))
            ) from None
        try:
            return link.read_frame(self.read)[0] == link.RUNNING
        except (link.LinkClosed, OSError):
            return False

    def close(self) -> None:
        """Hang up."""
        if self.write >= 0:
            os.close(self.write)
            os.close(self.read)
            descriptors.ours.difference_update((self.read, self.write))
            self.write = self.read = -1

    def end(self) -> Optional[int]:
        """Hang up and end the command; returns its wait status, None if it can't be had. May be called again."""
        self.close()
        if self.status is not None:
            return self.status
        for number, seconds in ((0, 0.3), (signal.SIGTERM, 0.7), (signal.SIGKILL, 1.0)):
            try:
                if number:
                    os.kill(self.pid, number)
                pid, status = _wait(self.pid, seconds)
            except OSError:
                return self.status
            if pid:
                self.status = status
                break
        return self.status


def lacking(
    lacks: List[Tuple[str, Optional[str], Optional[str]]], python: str, target: Target
) -> errors.TargetError:
    """Return the error that names what the target lacks."""
    missing = ["%s %s" % (name, wanted) if wanted else name for name, wanted, found in lacks if found is None]
    other = [
        "%s %s (there: %s)" % (name, wanted, found) for name, wanted, found in lacks if found is not None
    ]
    parts = ["has no " + ", ".join(missing)] if missing else []
    parts += ["has another version of " + ", ".join(other)] if other else []
    wishes = ["%s==%s" % (name, wanted) if wanted else name for name, wanted, _ in lacks]
    return errors.TargetError(
        "%s %s, which the program uses." % (target, " and ".join(parts)),
        "install there: %s -m pip install %s" % (python, " ".join(wishes)),
        "module-missing" if missing else "module-version",
    )


def _pass_on(noise: bytes) -> None:
    if noise.strip():
        try:
            link.write_all(2, noise)
        except OSError:
            pass


def _version(info: Any) -> str:
    return "%d.%d.%d.%s.%d" % tuple(info)


def _place() -> str:
    try:
        with open("/proc/sys/kernel/random/boot_id") as file:
            boot = file.read().strip()
        root = os.stat("/")
        return "%s %s %s %s %s" % (
            boot,
            os.readlink("/proc/self/ns/mnt"),
            root.st_ino,
            root.st_dev,
            os.getuid(),
        )
    except OSError:
        return ""


def _outcome(status: Optional[int]) -> str:
    if status is None:
        return "still runs"
    if os.WIFSIGNALED(status):
        return "was ended by signal %d" % os.WTERMSIG(status)
    return "ended with exit status %d" % os.WEXITSTATUS(status)


def _wait(pid: int, seconds: float) -> Tuple[int, int]:
    import time

    end = time.monotonic() + seconds
    pause = 0.001
    while True:
        result = os.waitpid(pid, os.WNOHANG)
        if result[0] or time.monotonic() >= end:
            return result
        time.sleep(pause)
        pause = min(pause * 2, 0.05)
