"""Knows where a program can go: a target is the command that reaches a Python over there.

Must not know what is sent through it, nor whether it works; that is seen when the command has been started.
"""

from __future__ import annotations

import sys

from .errors import TargetError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Mapping, Optional, Sequence, Union

__all__ = ["Command", "Here", "Shell", "Target", "make_target", "quote"]

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_")


#: Whether an interpreter takes UTF-8 for the encoding of everything without being told to (PEP 686).
_UTF8_IS_USUAL = sys.version_info >= (3, 15)


def quote(word: str) -> str:
    """Return `word` so that a POSIX shell reads it as one word."""
    if word and not set(word) - _PLAIN:
        return word
    return "'" + word.replace("'", "'\"'\"'") + "'"


class Target:
    """Where to. Subclasses say how a Python is reached there.

    Args:
        env: environment of the command, instead of this process's own.
        cwd: directory to start the command in, instead of the current one.
    """

    #: Whether the command is an interpreter here, so that it has our environment.
    is_interpreter = False

    def __init__(self, env: Optional[Mapping[str, str]] = None, cwd: Optional[str] = None) -> None:
        self.env = env
        self.cwd = cwd
        self.files: Sequence[str] = ()
        self.follow_files = False

    def command(self, boot: str, interactive: bool = False) -> list[str]:
        """Return the command that runs the Python text `boot` over there, with its stdin and stdout connected to ours.

        `interactive`: with `-i`, for a session that goes on there.
        """
        raise NotImplementedError

    def __str__(self) -> str:
        return "the target"


class Here(Target):
    """A new process on this machine, with the same interpreter and the same flags."""

    is_interpreter = True

    def command(self, boot: str, interactive: bool = False) -> list[str]:
        if not sys.executable:
            raise TargetError(
                "this Python does not know its own executable (sys.executable is empty).",
                "name one: tp_dummy(python='/usr/bin/python3')",
                "no-python",
            )
        return [sys.executable, *interpreter_flags(), *(("-i",) if interactive else ()), "-c", boot]

    def __str__(self) -> str:
        return "a new process here"


class Command(Target):
    """A command that takes a shell script as its last argument, such as `ssh host` or `sudo -u user sh -c`.

    Args:
        words: the command; the script is appended as one more argument.
        python: the interpreter over there, found by the shell there. It is started with the flags of this one that change how
            programs run, unless some are named with it.
        before: shell commands to run there first, one text or several.
        files: local files and folders to copy along, to the same relative names in the far working directory, but for what is
            there with the same content.
        follow_files: whether the regular files that the program has open are copied along too, to the same paths, and of those below the
            working directory what it has opened for reading since it imported the package.
        env: environment of the command, instead of this process's own.
        cwd: local directory to start the command in.
        environment: "venv" makes a virtual environment over there, once, with the same distributions as here, from the index
            that pip is configured for there.
    """

    def __init__(
        self,
        words: Sequence[str],
        python: str = "python3",
        before: Union[str, Sequence[str], None] = None,
        files: Optional[Sequence[str]] = None,
        follow_files: bool = False,
        env: Optional[Mapping[str, str]] = None,
        cwd: Optional[str] = None,
        environment: Optional[str] = None,
    ) -> None:
        super().__init__(env, cwd)
        if environment not in (None, "venv"):
            raise TargetError(
                "environment is %r." % (environment,), "say 'venv', or nothing", "no-environment"
            )
        if not words:
            raise TargetError(
                "the target's command is empty.", "say how to reach it, for example 'ssh host'", "no-command"
            )
        self.words = [str(word) for word in words]
        self.python = python
        self.before = [before] if isinstance(before, str) else [str(part) for part in before or ()]
        self.files = [str(name) for name in files or ()]
        self.follow_files = follow_files
        self.environment = environment

    def command(self, boot: str, interactive: bool = False) -> list[str]:
        script = [part.strip().rstrip(";") for part in self.before if part and part.strip()]
        if self.environment is not None:
            from . import _environment

            script.append(_environment.script(self.python, started(interactive), boot))
        else:
            before, flags = started(interactive)
            if " -" in self.python:
                flags = " -i" if interactive else ""  # who names flags has chosen all of the others
            script.append("exec %s%s%s -c %s" % (before, self.python, flags, quote(boot)))
        return [*self.words, "; ".join(script)]

    def __str__(self) -> str:
        return "`%s`" % " ".join(self.words)


class Shell(Command):
    """A target written as one line, as it would be typed: `Shell("ssh -p 2222 host")`."""

    def __init__(self, line: str, **options: object) -> None:
        import shlex

        super().__init__(shlex.split(line), **options)  # type: ignore[arg-type]


def make_target(where: object, **options: object) -> Target:
    """Return the target that `where` names.

    Args:
        where: None (a new process here), a line as typed into a shell, a list of words, or a target.
        options: those of `Command`.

    Raises:
        TargetError: `where` is none of these.
    """
    if where is None:
        return Here(options.get("env"), options.get("cwd"))  # type: ignore[arg-type]
    if isinstance(where, Target):
        return where
    if isinstance(where, str):
        return Shell(where, **options)
    if isinstance(where, (list, tuple)):
        return Command(where, **options)  # type: ignore[arg-type]
    raise TargetError(
        "%r is not a target." % (where,),
        "give None, a command line such as 'ssh host', a list of words, or a Target",
        "no-target",
    )


def interpreter_flags() -> list[str]:
    """Return the command-line flags with which this interpreter was started, as far as they change how code runs."""

    result = _letters(("dont_write_bytecode", "B"), ("verbose", "v"), ("quiet", "q")) + _lasting_flags()
    for key, value in sys._xoptions.items():
        if key not in _LASTING:
            result += ["-X", key if value is True else "%s=%s" % (key, value)]
    return result


def started(interactive: bool) -> tuple[str, str]:
    """Return how an interpreter elsewhere is started so that code runs there as here: what goes before its name, and its flags."""
    from . import _hashes

    flags = _lasting_flags() + (["-i"] if interactive else [])
    if bool(sys.flags.utf8_mode) != _UTF8_IS_USUAL and "utf8" not in sys._xoptions:
        flags += ["-X", "utf8=%d" % sys.flags.utf8_mode]
    seed = _hashes.fixed_seed()
    return "" if seed is None else "env PYTHONHASHSEED=%d " % seed, "".join(
        " " + quote(flag) for flag in flags
    )


#: Options of `-X` that change what programs do, and not only what is said about them.
_LASTING = frozenset(
    "utf8 dev int_max_str_digits warn_default_encoding faulthandler context_aware_warnings thread_inherit_context".split()
)


def _letters(*flags: tuple[str, str]) -> list[str]:
    result = []
    for name, letter in flags:
        result += ["-" + letter] * int(getattr(sys.flags, name))
    return result


def _lasting_flags() -> list[str]:
    flags = sys.flags
    result = _letters(("no_user_site", "s"), ("no_site", "S"), ("bytes_warning", "b"), ("optimize", "O"))
    if flags.isolated:
        result.append("-I")
    elif flags.ignore_environment:
        result.append("-E")
    if getattr(flags, "safe_path", False) and not flags.isolated:
        result.append("-P")
    result += ["-W" + option for option in sys.warnoptions]
    for key, value in sys._xoptions.items():
        if key in _LASTING:
            result += ["-X", key if value is True else "%s=%s" % (key, value)]
    return result
