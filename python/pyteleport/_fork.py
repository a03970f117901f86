"""Knows a copy of the program that runs elsewhere: the native relay stands for it here, as a child process.

Must not know how the copy was made.
"""

from __future__ import annotations

import os

from . import _bundle
from .errors import TeleportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from typing import List, NoReturn, Optional

    from ._link import Link
else:
    import _signal as signal  # the same functions, without the enumerations that take long to import

__all__ = ["Fork", "RelayCheck", "relay_command"]


class RelayCheck:
    """Whether the native command can be run: a trial run of it, begun early and waited for just before it is needed.

    After the handover it would be too late to find that a library of it is missing.
    """

    def __init__(self) -> None:
        self.command = _bundle.command_path()
        quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
        try:
            self.pid = os.posix_spawn(
                self.command, [self.command, "--version"], os.environ, file_actions=quiet
            )
        except OSError as error:
            self.fail("lacks its native command (%s: %s)" % (self.command, error.strerror))

    def finish(self) -> None:
        """Wait for the trial.

        Raises:
            TeleportError: the command does not work here.
        """
        try:
            _, status = os.waitpid(self.pid, 0)
        except ChildProcessError:  # the program ignores SIGCHLD
            return
        if status:
            self.fail("has a native command that does not run here (try `%s --version`)" % self.command)

    def fail(self, what: str) -> NoReturn:
        raise TeleportError(
            "this installation of pyteleport %s." % what,
            "install it again: pip install --force-reinstall pyteleport",
            "no-command",
        ) from None


def relay_command(carrier: Link, sent: int) -> List[str]:
    command = [
        _bundle.command_path(),
        "relay",
        "--read-fd",
        str(carrier.read),
        "--write-fd",
        str(carrier.write),
    ]
    command += ["--pid", str(carrier.pid), "--sent", str(sent)]
    if carrier.terminal is not None:
        command.append("--terminal")
    return command


class Fork:
    """A copy of the program that runs elsewhere, and whose output comes here.

    Attributes:
        pid: the local process that stands for it: it gets its signals and ends with its exit status.
        returncode: its exit status, negative for a signal; None while it runs.
    """

    def __init__(self, carrier: Link) -> None:
        self._carrier = carrier
        self.returncode: Optional[int] = None
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, carrier.read, carrier.read),
            (os.POSIX_SPAWN_DUP2, carrier.write, carrier.write),
        ]
        for fd in (carrier.read, carrier.write):
            os.set_inheritable(fd, True)
        command = relay_command(carrier, 0)
        self.pid = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        carrier.close()

    def __repr__(self) -> str:
        state = "running" if self.returncode is None else "returncode=%d" % self.returncode
        return "<pyteleport.Fork pid=%d %s>" % (self.pid, state)

    def poll(self) -> Optional[int]:
        """Return the exit status if it has ended, else None."""
        return self._wait(os.WNOHANG)

    def wait(self, timeout: Optional[float] = None) -> int:
        """Wait for the end and return the exit status, negative for a signal.

        Raises:
            TimeoutError: it did not end within `timeout` seconds.
        """
        if timeout is not None:
            import time

            end = time.monotonic() + timeout
            while self.poll() is None:
                if time.monotonic() >= end:
                    raise TimeoutError("the copy still runs after %g seconds" % timeout)
                time.sleep(0.01)
        while self.returncode is None:
            self._wait(0)
        return self.returncode

    def _wait(self, flags: int) -> Optional[int]:
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, flags)
            except ChildProcessError:
                pid, status = self.pid, 0
            if pid:
                self.returncode = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
                self._reap()
        return self.returncode

    def _reap(self) -> None:
        try:
            os.waitpid(self._carrier.pid, os.WNOHANG)
        except ChildProcessError:
            pass

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it has not ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Send it SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once. The far side ends its program when it sees that nobody listens any more."""
        self.send_signal(signal.SIGKILL)
