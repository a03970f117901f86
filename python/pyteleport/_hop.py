"""Knows the calls that users make, and the order of things in a hop: start, capture, preflight, stream, handover, relay.

Must not know frames or objects (that is `_capture`) nor the protocol's bytes (that is `_link`).
"""

from __future__ import annotations

import gc
import os
import sys

from . import _read

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from types import FrameType
    from typing import Any, Callable, List, NoReturn, Optional, Sequence

    from . import targets
    from ._link import Link
else:
    import _signal as signal  # the same functions, without the enumerations that take long to import

__all__ = ["dump", "fork_shell", "teleport", "tp_bash", "tp_dummy", "tp_shell"]

# Options of earlier releases that have no meaning any more: nothing is written to a file or a socket over there.
_PAST = (
    "wait",
    "pyc_fn",
    "shell_delimiter",
    "non_blocking_delimiter",
    "pack_file",
    "object_storage_protocol",
    "call_tos",
    "_skip",
)


def teleport(
    target: Any = None,
    *,
    return_: Any = None,
    detect_interactive: bool = True,
    unsupported: str = "refuse",
    when: str = "now",
    **options: Any,
) -> Any:
    """Move the running program to `target`. What follows runs there; stdio, signals and the exit status stay here.

    Args:
        target: a command line that takes a shell script as one more argument (`"ssh host"`), a list of words, a `Target`,
            or None for a new process on this machine.
        return_: what the call returns, over there.
        detect_interactive: whether an interactive session stays one over there.
        unsupported: "leave" lets what can't travel stay here; stand-ins for it travel, and the call returns them over there
            in a list, unless `return_` is given.
        when: "possible" waits, where a C function stands in the way, until that has returned to its Python caller, and hops then: the
            call returns None here meanwhile. Function calls cost a little more until then.
        options: of `Command`: `python`, `before`, `files`, `follow_files`, `env`, `cwd`, `environment`.

    Returns:
        `return_`.

    Raises:
        TeleportError: the hop failed; the program is still here and nothing has changed.
    """
    frame = sys._getframe(1)
    from .targets import make_target

    where = [make_target(target, **options)]
    return _act(
        when,
        frame,
        lambda one, between: _leave(one, where, [return_], detect_interactive, unsupported, between),
    )


def tp_shell(
    *command: Any,
    return_: Any = None,
    detect_interactive: bool = True,
    unsupported: str = "refuse",
    when: str = "now",
    **options: Any,
) -> Any:
    """Move the running program into a shell: `tp_shell("ssh", "host")`, `tp_shell("bash", "-c")`.

    Args:
        command: the command to run; a shell script is appended as its last argument.
        return_: what the call returns over there; a list starts one program for each of its values.
        detect_interactive: whether an interactive session stays one over there.
        unsupported: "leave" lets what can't travel stay here; stand-ins for it travel, and the call returns them over there
            in a list, unless `return_` is given.
        when: "possible" waits, where a C function stands in the way, until that has returned to its Python caller, and hops then: the
            call returns None here meanwhile. Function calls cost a little more until then.
        options: of `Command`: `python`, `before`, `files`, `follow_files`, `env`, `cwd`, `environment`.

    Returns:
        `return_`, or this program's value of that list.

    Raises:
        TeleportError: the hop failed; the program is still here and nothing has changed.
    """
    frame = sys._getframe(1)
    from .targets import Command

    values = _values(return_)
    options = _current(options)
    return _leave(
        frame, [Command(command, **options) for _ in values], values, detect_interactive, unsupported
    )


tp_bash = tp_shell


def tp_dummy(
    dry_run: bool = False,
    *,
    return_: Any = None,
    detect_interactive: bool = True,
    unsupported: str = "refuse",
    when: str = "now",
    **options: Any,
) -> Any:
    """Move the running program to a new process on this machine. With `dry_run`, do nothing.

    Args and Returns: those of `tp_shell`.

    Raises:
        TeleportError: the hop failed; the program is still here and nothing has changed.
    """
    if dry_run:
        return None
    frame = sys._getframe(1)
    from . import targets

    values = _values(return_)
    options = _current(options)
    if options.keys() & {"python", "before", "files", "follow_files", "environment"}:
        options.setdefault("python", targets.quote(sys.executable))
        where: List[targets.Target] = [targets.Command(["/bin/sh", "-c"], **options) for _ in values]
    else:
        where = [targets.make_target(None, **options) for _ in values]
    return _act(
        when, frame, lambda one, between: _leave(one, where, values, detect_interactive, unsupported, between)
    )


def fork_shell(
    *command: Any,
    return_: Any = None,
    detect_interactive: bool = False,
    unsupported: str = "refuse",
    **options: Any,
) -> Any:
    """Copy the running program into a shell. Both go on, this one at once.

    Args:
        command: the command to run; a shell script is appended as its last argument. None at all: a new process here.
        return_: what the call returns over there; a list starts one program for each of its values.
        detect_interactive: accepted for `tp_shell`'s sake; a copy is never interactive.
        unsupported: "leave" lets what can't travel stay here; stand-ins for it travel, and the call returns them over there
            in a list, unless `return_` is given.
        when: "possible" waits, where a C function stands in the way, until that has returned to its Python caller, and hops then: the
            call returns None here meanwhile. Function calls cost a little more until then.
        options: of `Command`: `python`, `before`, `files`, `follow_files`, `env`, `cwd`, `environment`.

    Returns:
        Here, a `Fork` (or a list of them, if `return_` is a list of more than one); over there, `return_`.

    Raises:
        TeleportError: the copy could not be made; the program goes on here.
    """
    del detect_interactive
    frame = sys._getframe(1)
    from . import errors, targets
    from ._fork import Fork

    values = _values(return_)
    options = _current(options)
    where = [
        targets.Command(command, **options) if command else targets.make_target(None, **options)
        for _ in values
    ]
    links = _prepare(frame, where, values, interactive=False, terminal=None, unsupported=unsupported)
    forks = []
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPIPE])
    try:
        for one in links:
            if not one.go():
                raise errors.LinkError(
                    "the link to %s broke in the handover; the copy may run there or not." % one.target
                )
            forks.append(Fork(one))
    except BaseException:
        for one in links[len(forks) :]:
            one.end()
        raise
    finally:
        _forget_broken_pipe(before)
        _stayed()
    return forks[0] if len(forks) == 1 else forks


def dump(
    destination: Any, return_: Any = None, *, unsupported: str = "refuse", when: str = "now", **past: Any
) -> Any:
    """Save the running program to a file, and go on. `python FILE` later goes on from here, with nothing installed.

    `dump(obj, file)`, with a binary file as the second argument, pickles `obj` into it instead, as `pickle.dump` would.

    Args:
        destination: a path, or a binary file open for writing.
        return_: what the call returns in the program that is started from the file.
        unsupported: "leave" lets what can't travel stay here; stand-ins for it are saved.
        when: "possible" saves as soon as no C function stands in the way any more, if one does; the call returns None.
        past: `_skip`, accepted and ignored.

    Returns:
        None here, or the list of what stays; `return_` in the program started from the file.

    Raises:
        TeleportError: the program's state could not be captured; no file was made.
        OSError: the file could not be written; a file that was there before is as it was.
    """
    if hasattr(return_, "write"):
        from . import _pickles

        return _pickles.write(destination, return_, **past)
    _current(past)
    frame = sys._getframe(1)
    from . import _dump

    left = _left(unsupported)

    def save(one: FrameType, between: bool) -> Any:
        _depart()
        try:
            _flush()
            _dump.save(_capture(one, return_, left, between), destination)
        finally:
            _stayed()
        return left

    return _act(when, frame, save)


def _act(when: str, frame: FrameType, act: Callable[[FrameType, bool], Any]) -> Any:
    if when == "now":
        return act(frame, False)
    if when != "possible":
        raise ValueError("when is %r, not 'now' or 'possible'" % (when,))
    from . import _later

    return _later.attempt(frame, act)


def _values(return_: Any) -> List[Any]:
    values = list(return_) if isinstance(return_, (list, tuple, range)) else [return_]
    if not values:
        raise ValueError("return_ is an empty list: no program would run")
    return values


def _current(options: Any) -> Any:
    return {key: value for key, value in options.items() if key not in _PAST}


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def _capture(
    frame: FrameType, value: Any, left: Optional[List[Any]] = None, interrupted: bool = False
) -> Any:
    from . import _capture as capturing
    from .arrival import hooks

    hooks.leaving = left
    try:
        return capturing.capture(frame, left if left is not None and value is None else value, interrupted)
    finally:
        hooks.leaving = None


def _left(unsupported: str) -> Optional[List[Any]]:
    """The list of what stays, to be filled by the capture; None if what can't travel is an error."""
    if unsupported not in ("refuse", "leave"):
        raise ValueError("unsupported is %r, not 'refuse' or 'leave'" % (unsupported,))
    return [] if unsupported == "leave" else None


def _depart() -> None:
    hooks = sys.modules.get("pyteleport.arrival.hooks")
    if hooks is not None:
        hooks.depart()
    _read.pass_over(True)


def _stayed() -> None:
    """The program goes on here after it was to depart, or has been copied."""
    _read.pass_over(False)
    hooks = sys.modules.get("pyteleport.arrival.hooks")
    if hooks is not None:
        hooks.arrive()


def _prepare(
    frame: FrameType,
    where: Sequence[targets.Target],
    values: List[Any],
    interactive: bool,
    terminal: Optional[bytes],
    unsupported: str,
    interrupted: bool = False,
    moves: bool = False,
) -> List[Link]:
    """Bring a copy of the program to each target, up to where it stands ready."""
    from ._link import Link

    left = _left(unsupported)
    _depart()
    links: List[Link] = []
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPIPE])
    try:
        _flush()
        for target in where:
            links.append(Link(target, interactive, terminal, moves))
        # The targets start up while the program is captured. Garbage does not travel: what its end is to do, is done now.
        if gc.isenabled():
            gc.collect()
        for one, value in zip(links, values):
            one.snapshot = _capture(frame, value, left, interrupted)
        # While the targets start: what is needed after the handover is tried, and loaded, before it.
        from . import _fork, _stdin  # noqa: F401

        check = _fork.RelayCheck()
        for one in links:
            one.greet(one.snapshot.manifest["ordered"])
            one.stage()
            one.send(one.snapshot)
        check.finish()
    except BaseException:
        for one in links:
            one.end()
        _stayed()
        raise
    finally:
        _forget_broken_pipe(before)
    return links


def _forget_broken_pipe(before: Any) -> None:
    """Unblock signals. SIGPIPE, of a far side that has hung up, must not kill a program that has set it to its default."""
    if signal.SIGPIPE not in before:
        signal.sigtimedwait([signal.SIGPIPE], 0)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave(
    frame: FrameType,
    where: Sequence[targets.Target],
    values: List[Any],
    detect_interactive: bool,
    unsupported: str,
    interrupted: bool = False,
) -> NoReturn:
    interactive = detect_interactive and len(where) == 1 and hasattr(sys, "ps1")
    terminal = _window() if len(where) == 1 else None
    links = _prepare(frame, where, values, interactive, terminal, unsupported, interrupted, len(where) == 1)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        running = links[0].go()
    except BaseException:
        for one in links:
            one.end()
        _forget_broken_pipe(before)
        _stayed()
        raise
    # The program is over there. From here on, nothing of it may run here any more.
    try:
        if not running:
            _lost(links[0])
        if len(links) > 1:
            _serve(links)
        from ._fork import relay_command
        from ._stdin import pending_stdin

        pending = pending_stdin(interactive)
        if pending:
            from .arrival import link

            link.write_frame(links[0].write, link.STDIN, pending)
        command = relay_command(links[0], len(pending))
        if links[0].inherits:
            from .arrival.descriptors import keep_only

            keep_only([links[0].read, links[0].write])
        for fd in (links[0].read, links[0].write):
            os.set_inheritable(fd, True)
        os.execv(command[0], command)
    except BaseException as error:
        _say(
            "pyteleport: the program runs at %s, but its output can't be brought here: %s"
            % (links[0].target, error)
        )
    finally:
        os._exit(255)


def _serve(links: List[Link]) -> NoReturn:
    """Several programs in place of one: carry all their output, and end with the first bad status."""
    from ._fork import Fork

    forks = [Fork(links[0])]
    for one in links[1:]:
        if one.go():
            forks.append(Fork(one))
        else:
            _say("pyteleport: the link to %s broke in the handover" % one.target)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())

    def pass_on(number: int, frame: object) -> None:
        for one in forks:
            one.send_signal(number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, pass_on)
    codes = [one.wait() for one in forks]
    bad = [code for code in codes if code]
    os._exit(0 if not bad else bad[0] if bad[0] > 0 else 128 - bad[0])


def _window() -> Optional[bytes]:
    if not (os.isatty(0) and os.isatty(1)):
        return None
    import fcntl
    import termios

    return fcntl.ioctl(0, termios.TIOCGWINSZ, bytes(8))


def _lost(carrier: Link) -> NoReturn:
    """The link broke after the handover and before the far side's answer: save the program, and tell the user."""
    import time

    from . import _dump

    state = os.environ.get("XDG_STATE_HOME") or os.path.join(os.path.expanduser("~"), ".local", "state")
    directory = os.path.join(state, "pyteleport")
    path = os.path.join(directory, "lost-%s-%d.pyc" % (time.strftime("%Y%m%dT%H%M%S"), os.getpid()))
    try:
        os.makedirs(directory, 0o700, exist_ok=True)
        _dump.save(carrier.snapshot, path)
    except OSError as error:
        _say(
            "pyteleport: the link to %s broke in the handover, and the program could not be saved: %s"
            % (carrier.target, error)
        )
    else:
        _say(
            "pyteleport: the link to %s broke in the handover. The program may or may not run there; a copy was saved.\n"
            "  hint: if it does not run there, resume it with: %s %s"
            % (carrier.target, sys.executable or "python3", path)
        )
    carrier.end()
    os._exit(255)


def _say(text: str) -> None:
    try:
        os.write(2, (text + "\n").encode("utf-8", "replace"))
    except OSError:
        pass
