"""Knows how an interpreter that has just answered becomes the program: fork, restore, handover, start.

Must not know how objects and frames are rebuilt, nor how stdio is carried.
"""

from __future__ import annotations

import os
import sys

from . import descriptors, link
from .start import enter_directory, enter_process, start_from_hook

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from typing import Any, Callable, Dict, List, NoReturn, Optional, Tuple
else:
    import _signal as signal  # the same functions, without the enumerations that take long to import

__all__ = ["main"]


class Homes:
    """Finds the packages that travelled (pyteleport, cloudpickle) where they lie, before any others of the same names."""

    def __init__(self, homes: Dict[str, str]) -> None:
        self.homes = homes

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        home = self.homes.get(name)
        if home is None:
            return None
        from importlib.machinery import PathFinder

        return PathFinder.find_spec(name, [home], target)

    def invalidate_caches(self) -> None:
        pass


def main(config: Dict[str, Any]) -> None:
    """Become the program. Called by the stage text in the interpreter that `BOOT` has started; never returns.

    Args:
        config: what the near side says of itself: `homes`, `stdio`, `terminal` (its window size or None), `same_place`,
            `interactive`, `errors_to_terminal`, `directory` (None where the user has chosen another).

    Raises:
        KeyboardInterrupt: when the program stands ready to be started from the hook, see `start_from_hook`.
    """
    if config["homes"]:
        sys.meta_path.insert(0, Homes(config["homes"]))
    read, write = _move_link()
    read, write, handover, pipes = _fork(config, read, write)
    enter_directory(config["directory"])
    holder: List[
        Callable[..., object]
    ] = []  # emptied at the start, so that nothing of the program is kept alive from here
    try:
        holder.append(_restore(config, read, write, handover, pipes))
    except link.LinkClosed:
        os._exit(0)
    except BaseException as error:
        _refuse(write, error)
        os._exit(0)
    start_from_hook(holder, config["interactive"])


def _move_link() -> Tuple[int, int]:
    """Take the link away from stdin and stdout, where the program's own objects could touch it."""
    read, write = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)
    os.close(null)
    return read, write


def _fork(config: Dict[str, Any], read: int, write: int) -> Tuple[int, int, int, List[int]]:
    """Fork the program off; the parent becomes the relay.

    Returns:
        In the program: the link, a pipe on which it announces the handover, and what its stdin, stdout and stderr will be. None of
        them has a number that the program has for something else.
    """
    window = config["terminal"]
    ours: List[int] = []
    if window is not None:
        from .relay import set_window

        master, slave = os.openpty()
        set_window(master, window)
        theirs = [slave, slave]
        ours = [master, master]
    else:
        stdin_read, stdin_write = os.pipe()
        stdout_read, stdout_write = os.pipe()
        theirs = [stdin_read, stdout_write]
        ours = [stdin_write, stdout_read]
    if window is not None and config["errors_to_terminal"]:
        theirs.append(theirs[1])
    else:
        stderr_read, stderr_write = os.pipe()
        theirs.append(stderr_write)
        ours.append(stderr_read)
    handover_read, handover = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(handover_read)
        for fd in set(ours):
            os.close(fd)
        os.setsid()
        if window is not None:
            import fcntl
            import termios

            fcntl.ioctl(theirs[0], termios.TIOCSCTTY, 0)
        _reset_signals()
        read, write, handover, *theirs = descriptors.aside(
            [read, write, handover, *theirs], config["numbers"]
        )
        return read, write, handover, theirs
    try:
        os.close(handover)
        for fd in set(theirs):
            os.close(fd)
        if config["inherits"]:
            descriptors.keep_only([read, write, handover_read, *ours])
        _attend(pid, read, write, ours, handover_read, window is not None)
    finally:
        os._exit(0)


def _attend(pid: int, read: int, write: int, ours: List[int], handover: int, terminal: bool) -> None:
    from .relay import Relay

    for fd in (write, ours[1]):
        link.widen(fd)
    # Forked before anything of the program was there, so this process is small; it sleeps here until the handover.
    if not os.read(handover, 1):
        _, status = os.waitpid(pid, 0)
        if os.WIFSIGNALED(status):
            text = (
                "the interpreter over there was ended by signal %d while it rebuilt the program"
                % os.WTERMSIG(status)
            )
            link.write_frame(write, link.ERROR, _pack({"message": text, "trace": ""}))
        return
    outputs = {ours[1]: link.STDOUT}
    if len(ours) == 3:
        outputs[ours[2]] = link.STDERR
    Relay(pid, read, write, ours[0], outputs, ours[0] if terminal else None).run()


def _reset_signals() -> None:
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGQUIT, signal.SIGTSTP, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def _restore(
    config: Dict[str, Any], read: int, write: int, handover: int, pipes: List[int]
) -> Callable[..., object]:
    import marshal

    manifest: Dict[str, Any] = {}
    while True:
        kind, payload = link.read_frame(read)
        if kind == link.FILE:
            from . import carry

            carry.take(read, write, marshal.loads(payload))
            enter_directory(config["directory"])  # perhaps they have brought it
        elif kind == link.NEEDS:
            manifest = marshal.loads(payload)
            enter_process(manifest["process"], config["same_place"])
            descriptors.take(manifest["descriptors"], config["inherits"])
            lacks = [] if config["same_place"] else _find_lacks(manifest["needs"])
            link.write_frame(write, link.LACKS if lacks else link.OK, marshal.dumps(lacks))
        elif kind == link.SNAPSHOT:
            break
        else:
            raise RuntimeError("the near side speaks another protocol: it sent a frame of type %r" % kind)

    def stand_ready(value: object = None) -> object:
        """Tell the near side that all is restored, wait for its word, and take over. Returns `value`."""
        try:
            link.write_frame(write, link.READY)
            if link.read_frame(read)[0] != link.GO:
                os._exit(0)
            _take_stdio(config["stdio"], pipes)
            link.write_frame(write, link.RUNNING)
            os.write(handover, b"g")
        except (OSError, link.LinkClosed):
            os._exit(
                0
            )  # the near side has gone, or will say that this hop has failed: it must not run in two places
        for fd in (read, write, handover):
            os.close(fd)
        from .process import arrived

        arrived()
        return value

    reader, buffers = link.read_snapshot(read, int.from_bytes(payload, "little"), manifest)
    from . import frames, objects

    root = objects.load(manifest, reader, buffers)
    program: Callable[..., object] = frames.build(root, stand_ready, lambda error: _give_up(write, error))
    return program


def _find_lacks(needs: Dict[str, Optional[str]]) -> List[Tuple[str, Optional[str], Optional[str]]]:
    from .needs import find_lacks

    return find_lacks(needs)


def _take_stdio(stdio: List[Any], pipes: List[int]) -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            pass
    set_streams(stdio)
    for number, fd in enumerate(pipes):
        os.dup2(fd, number)
    for fd in set(pipes):
        os.close(fd)
    descriptors.connect()


def set_streams(stdio: List[Any]) -> None:
    """Set the standard streams as `_process.streams` says, while they are still what they were made for: one over a file can't be changed
    when a pipe is in its place."""
    streams: List[Any] = [sys.__stdin__, sys.__stdout__, sys.__stderr__]
    for stream, setting in zip(streams, stdio):
        if isinstance(setting, dict) and hasattr(stream, "reconfigure"):
            stream.reconfigure(**setting)
        elif setting is not None and stream is not None:
            getattr(stream, setting)()


def _give_up(write: int, error: BaseException) -> NoReturn:
    _refuse(write, error)
    os._exit(0)


def _refuse(write: int, error: BaseException) -> None:
    import traceback

    lines = traceback.format_exception(type(error), error, error.__traceback__)
    report = {"message": lines[-1].strip(), "trace": "".join(lines)}
    try:
        link.write_frame(write, link.ERROR, _pack(report))
    except OSError:
        pass


def _pack(value: object) -> bytes:
    import marshal

    return marshal.dumps(value)  # type: ignore[arg-type]
