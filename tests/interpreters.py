"""Every CPython that the tests can find, and how to start it.

Knows where interpreters lie (PYTELEPORT_PYTHONS, pyenv's root, PATH, the far host's root); must not know what is run with them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
MINORS = range(8, 16)
FARHOST = Path(os.environ.get("FARHOST_DIR", REPOSITORY / ".farhost"))
FAR_ROOT = FARHOST / "root"
ENTER = REPOSITORY / "tests" / "farhost" / "enter"

WHAT = "import sys; print('%d.%d.%d' % sys.version_info[:3], sys.version_info[3], sys.implementation.name)"


@dataclass(frozen=True)
class Interpreter:
    """One CPython: its version and where it is; `far_root` says that it lies in the far host's file system."""

    version: str
    path: str
    far_root: bool = False

    @property
    def minor(self) -> int:
        return int(self.version.split(".")[1])

    @property
    def name(self) -> str:
        return self.version + ("-sid" if self.far_root else "")

    def command(self, directory: Path) -> list[str]:
        """What starts it so that it sees `directory` at the same place."""
        return [str(ENTER), str(directory), self.path] if self.far_root else [self.path]


def required() -> bool:
    """Whether a missing interpreter or far host is a failure."""
    return bool(os.environ.get("CI") or os.environ.get("PYTELEPORT_REQUIRE_ALL"))


def ask(path: str, far_root: bool) -> Interpreter | None:
    prefix = ["chroot", str(FAR_ROOT)] if far_root else []
    try:
        done = subprocess.run([*prefix, path, "-c", WHAT], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = done.stdout.split()
    if done.returncode or len(words) != 3 or words[1:] != ["final", "cpython"]:
        return None
    return Interpreter(words[0], path, far_root)


@lru_cache(maxsize=None)
def found() -> tuple[Interpreter, ...]:
    """The interpreters of the supported versions, by version; of several with the same version the first."""
    asked: list[Interpreter | None] = []
    given = os.environ.get("PYTELEPORT_PYTHONS")
    if given:
        asked += [ask(path, False) for path in given.split(os.pathsep) if path]
    else:
        pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
        for minor in MINORS:
            for path in sorted(pyenv.glob("3.%d.*/bin/python3.%d" % (minor, minor))):
                asked.append(ask(str(path), False))
            on_path = shutil.which("python3.%d" % minor)
            if on_path and "/shims/" not in on_path:
                asked.append(ask(on_path, False))
        if os.geteuid() == 0:
            for path in sorted(FAR_ROOT.glob("usr/bin/python3.[0-9]*")):
                if path.name[8:].isdigit():
                    asked.append(ask("/usr/bin/" + path.name, True))
    unique: dict[str, Interpreter] = {}
    for interpreter in asked:
        if interpreter and interpreter.minor in MINORS:
            unique.setdefault(interpreter.name, interpreter)
    by_minor: dict[tuple[int, bool], Interpreter] = {}
    for interpreter in unique.values():  # one of each minor version from here, one from the far host's root
        by_minor.setdefault((interpreter.minor, interpreter.far_root), interpreter)
    return tuple(sorted(by_minor.values(), key=lambda i: (i.minor, i.far_root)))


def missing() -> list[str]:
    """The supported versions that no interpreter was found for."""
    have = {interpreter.minor for interpreter in found()}
    return ["3.%d" % minor for minor in MINORS if minor not in have]


@lru_cache(maxsize=None)
def far_host_is_up() -> bool:
    config = FARHOST / "ssh" / "config"
    if not config.exists() or not shutil.which("ssh"):
        return False
    probe = ["ssh", "-F", str(config), "-o", "ConnectTimeout=5", "farhost", "true"]
    return subprocess.run(probe, capture_output=True).returncode == 0


def far_minors() -> set[int]:
    """The minor versions that the far host has, when it is up."""
    return {i.minor for i in found() if i.far_root} if far_host_is_up() else set()


def check_tables() -> int:
    """Hold the generated opcode tables against every interpreter found."""
    here = ":".join(interpreter.path for interpreter in found() if not interpreter.far_root)
    root = ["--root", str(FAR_ROOT)] if any(interpreter.far_root for interpreter in found()) else []
    environment = {**os.environ, "PYTELEPORT_PYTHONS": here}
    command = [sys.executable, str(REPOSITORY / "Tools" / "opcodes" / "generate"), "--check", *root]
    return subprocess.run(command, env=environment).returncode


def main(arguments: list[str]) -> int:
    """What the Makefile asks of this file.

    list                     how to start each interpreter
    run SCRIPT ARG…          runs a script of this checkout under each
    near-of-far              an interpreter here whose minor version the far host has, or nothing
    check-tables             see there
    """
    if arguments[0] == "check-tables":
        return check_tables()
    if arguments[0] == "near-of-far":
        for interpreter in found():
            if not interpreter.far_root and interpreter.minor in far_minors():
                print(interpreter.path)
                break
        return 0
    if arguments[0] == "list":
        for interpreter in found():
            print(*interpreter.command(REPOSITORY))
        return 0
    failed = 0
    for interpreter in found():
        failed |= subprocess.run(
            [*interpreter.command(REPOSITORY), *arguments[1:]], cwd=REPOSITORY
        ).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
