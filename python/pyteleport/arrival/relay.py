"""Knows how the far relay carries a program's stdio, signals, window size and exit status over the link.

Must not know anything of Python programs: it sees pipes, a process, and frames. It runs in the process that has forked the program.
"""

from __future__ import annotations

import os
import select

from . import link

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from typing import Dict, Optional
else:
    import _signal as signal  # the same functions, without the enumerations that take long to import

_CHUNK = 1 << 16
_PATIENCE = 2.0
"""Seconds between asking a program to leave (SIGHUP) and ending it, when the link is gone."""


class Relay:
    """The far end of a running program's stdio.

    Args:
        pid: the program.
        read, write: the link.
        stdin: what feeds the program's stdin (a pipe, or the terminal's master side).
        outputs: what the program writes, by the type of the frames that carry it.
        terminal: the master side of the program's terminal, or None.
    """

    def __init__(
        self, pid: int, read: int, write: int, stdin: int, outputs: Dict[int, bytes], terminal: Optional[int]
    ) -> None:
        self.pid = pid
        self.read = read
        self.write = write
        self.stdin: Optional[int] = stdin
        self.outputs = outputs
        self.terminal = terminal
        self.outgoing = bytearray()
        self.pending = bytearray()
        self.received = bytearray()
        self.stdin_ended = False
        self.status: Optional[int] = None
        self.linked = True
        self.wake, wake_write = os.pipe()
        os.set_blocking(wake_write, False)
        os.set_blocking(self.wake, False)
        os.set_blocking(stdin, False)
        for fd in (read, write):
            os.set_blocking(fd, False)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)

    def run(self) -> None:
        """Carry until the program has ended and all it wrote is on its way, or the link is gone."""
        self.reap()
        while self.linked and not self.finished():
            self.step()
        if self.linked:
            self.send(link.EXIT, _outcome(self.status or 0))
            while self.linked and self.outgoing:
                self.step()
        else:
            self.abandon()

    def finished(self) -> bool:
        return self.status is not None and not self.outputs

    def step(self) -> None:
        events = {self.wake: select.POLLIN, self.read: select.POLLIN}
        if len(self.pending) >= 2 * link.STDIN_WINDOW:
            events[self.read] = 0
        if self.outgoing:
            events[self.write] = select.POLLOUT
        else:
            events.update((fd, select.POLLIN) for fd in self.outputs)
        if self.stdin is not None and self.pending:
            events[self.stdin] = events.get(self.stdin, 0) | select.POLLOUT
        poll = select.poll()
        for fd, wanted in events.items():
            poll.register(fd, wanted)
        # The program may leave a child that keeps its stdout open for ever: after its end, only take what is there.
        ready = dict(poll.poll(100 if self.status is not None else None))
        if self.wake in ready:
            os.read(self.wake, 512)
            self.reap()
        if self.write in ready and self.outgoing:
            self.flush()
        if self.read in ready:
            self.hear()
        for fd in list(self.outputs):
            if ready.get(fd, 0) & ~select.POLLOUT:
                self.collect(fd)
        if self.stdin is not None and self.stdin in ready and self.pending:
            self.feed()
        if self.status is not None and not ready and not self.outgoing:
            self.outputs.clear()

    def send(self, kind: bytes, payload: bytes = b"") -> None:
        self.outgoing += kind + len(payload).to_bytes(4, "little") + payload
        self.flush()

    def flush(self) -> None:
        try:
            while self.outgoing:
                del self.outgoing[: os.write(self.write, self.outgoing)]
        except BlockingIOError:
            pass
        except OSError:
            self.linked = False

    def collect(self, fd: int) -> None:
        try:
            data = os.read(fd, _CHUNK)
        except BlockingIOError:
            return
        except OSError:  # EIO: the last process has closed its side of the terminal
            data = b""
        kind = self.outputs[fd]
        if not data:
            del self.outputs[fd]
            if fd != self.stdin:
                os.close(fd)
        self.send(kind, data)

    def hear(self) -> None:
        try:
            data = os.read(self.read, _CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.linked = False
            return
        self.received += data
        while len(self.received) >= 5:
            size = int.from_bytes(self.received[1:5], "little")
            if len(self.received) < 5 + size:
                break
            kind, payload = bytes(self.received[:1]), bytes(self.received[5 : 5 + size])
            del self.received[: 5 + size]
            self.obey(kind, payload)

    def obey(self, kind: bytes, payload: bytes) -> None:
        if kind == link.STDIN:
            if payload:
                self.pending += payload
            else:
                self.stdin_ended = True
            self.feed()
        elif kind == link.SIGNAL and payload:
            self.strike(payload[0])
        elif kind == link.WINDOW and self.terminal is not None and len(payload) == 8:
            set_window(self.terminal, payload)
        elif kind in (link.STDOUT_SHUT, link.STDERR_SHUT):
            wanted = link.STDOUT if kind == link.STDOUT_SHUT else link.STDERR
            for fd in [
                fd for fd, carried in self.outputs.items() if carried == wanted and fd != self.terminal
            ]:
                del self.outputs[fd]
                os.close(fd)

    def feed(self) -> None:
        if self.stdin is None:
            self.pending.clear()
            return
        passed = 0
        try:
            while self.pending:
                count = os.write(self.stdin, self.pending[:_CHUNK])
                del self.pending[:count]
                passed += count
        except BlockingIOError:
            pass
        except OSError:  # the program has closed its stdin: what comes is for nobody
            passed += len(self.pending)
            self.pending.clear()
        if passed:
            self.send(link.CREDIT, passed.to_bytes(4, "little"))
        if self.stdin_ended and not self.pending and self.terminal is None:
            os.close(self.stdin)
            self.stdin = None

    def strike(self, number: int) -> None:
        """Give the program a signal. A stop is made sure: the default of SIGTSTP does nothing to a program without a job shell."""
        if self.status is not None:
            return
        if number == signal.SIGTSTP:
            number = _stop_signal(self.pid)
        if number:
            try:
                os.kill(self.pid, number)
            except OSError:
                pass

    def reap(self) -> None:
        while self.status is None:
            try:
                pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            except ChildProcessError:
                self.status = 0
                return
            if not pid:
                return
            if os.WIFSTOPPED(status):
                self.send(link.STOPPED)
            else:
                self.status = status

    def abandon(self) -> None:
        """The near side is gone: nobody will ever hear of this program, so end it."""
        if self.status is not None:
            return
        for number, patience in ((signal.SIGHUP, _PATIENCE), (signal.SIGKILL, None)):
            for pid, one in ((self.pid, number), (self.pid, signal.SIGCONT)):
                try:
                    os.kill(pid, one)
                except OSError:
                    pass
            if patience is not None and self.wait(patience):
                return
        self.wait(_PATIENCE)

    def wait(self, seconds: float) -> bool:
        import time

        end = time.monotonic() + seconds
        while self.status is None and time.monotonic() < end:
            # Let the program's last words go, so that it is not blocked in them.
            for fd in list(self.outputs):
                if select.select([fd], [], [], 0)[0]:
                    try:
                        if os.read(fd, _CHUNK):
                            continue
                    except OSError:
                        pass
                    del self.outputs[fd]
            select.select([self.wake], [], [], 0.05)
            self.reap()
        return self.status is not None


def set_window(terminal: int, size: bytes) -> None:
    """Give a terminal its size: rows, columns, width, height as four little-endian u16."""
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)


def _outcome(status: int) -> bytes:
    if os.WIFSIGNALED(status):
        return bytes((1, os.WTERMSIG(status)))
    return bytes((0, os.WEXITSTATUS(status)))


def _stop_signal(pid: int) -> int:
    try:
        with open("/proc/%d/status" % pid) as lines:
            masks = {line[:6]: int(line[7:], 16) for line in lines if line.startswith(("SigIgn", "SigCgt"))}
    except (OSError, ValueError):
        masks = {}
    bit = 1 << (signal.SIGTSTP - 1)
    if masks.get("SigCgt", 0) & bit:
        return signal.SIGTSTP
    return 0 if masks.get("SigIgn", 0) & bit else signal.SIGSTOP
