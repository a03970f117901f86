"""Everything that a program holds comes back as it was, or is refused with the way to it and a hint: on every version.

Knows the scripts that are run; what is in them is theirs.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from interpreters import Interpreter

HERE = Path(__file__).resolve().parent / "objects"

#: What means nothing elsewhere, or keeps its state where it can't be read.
REFUSED = {
    "it scandir",
    "newline decoder",
    "frame finished",
    "hash",
    "zlib",
    "ET iter",
    "anext",
    "selector",
    "asyncio loop",
    "ctypes charp",
    "dirfd",
}


@pytest.fixture(scope="session")
def scripts(site_packages: Path) -> Path:
    """The scripts, where interpreters of the far host's root see them too."""
    place = site_packages.parent / "objects"
    place.mkdir(exist_ok=True)
    for script in HERE.glob("*.py"):
        (place / script.name).write_text(script.read_text())
    return place


def run(interpreter: Interpreter, script: Path, environment: dict[str, str]) -> list[str]:
    site = script.parent.parent / "site-packages"
    done = subprocess.run(
        [*interpreter.command(script.parent.parent.parent), "-W", "ignore", str(script)],
        env={**environment, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        universal_newlines=True,
        timeout=float(os.environ.get("PYTELEPORT_TEST_TIMEOUT", "300")),
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_kinds(interpreter: Interpreter, scripts: Path, clean_environment: dict[str, str]) -> None:
    lines = run(interpreter, scripts / "kinds.py", clean_environment)
    assert lines[-1] == "done"
    assert not [line for line in lines if line.startswith(("WRONG", "BROKEN"))]
    refused = {line[len("refused ") :] for line in lines if line.startswith("refused ")}
    assert refused <= REFUSED


def test_standard_library(interpreter: Interpreter, scripts: Path, clean_environment: dict[str, str]) -> None:
    lines = run(interpreter, scripts / "standard_library.py", clean_environment)
    assert not [line for line in lines if line.startswith(("WRONG", "BROKEN"))]
    came_back, _, _, refused, _ = lines[-1].replace(",", "").split()
    assert int(came_back) > 900 and int(refused) > 50


def test_deep_nesting(interpreter: Interpreter, scripts: Path, clean_environment: dict[str, str]) -> None:
    assert run(interpreter, scripts / "deep.py", clean_environment) == ["100000 100000 100000", "refused"]
