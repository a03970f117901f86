"""The package as it is delivered: one version number, small imports, complete installation."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from interpreters import REPOSITORY, Interpreter


def declared() -> str:
    match = re.search(r'(?m)^version = "(.*)"$', (REPOSITORY / "pyproject.toml").read_text())
    assert match
    return match[1]


def run(interpreter: Interpreter, site: Path, environment: dict[str, str], code: str) -> str:
    done = subprocess.run(
        [*interpreter.command(site.parent.parent), "-c", code],
        env={**environment, "PYTHONPATH": str(site)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout.strip()


def test_module_has_the_declared_version(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    code = "import pyteleport; print(pyteleport.__version__)"
    assert run(interpreter, site_packages, clean_environment, code) == declared()


def test_command_has_the_declared_version() -> None:
    command = REPOSITORY / "python" / "pyteleport" / "_bin" / "pyteleport"
    if not command.exists():
        pytest.skip("the command is not built: run `make build`")
    shown = subprocess.run([str(command), "--version"], stdout=subprocess.PIPE, text=True).stdout
    assert shown.split()[-1:] == [declared()]


def test_import_loads_neither_engine_nor_cloudpickle(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    code = "import sys, pyteleport; print([m for m in ('cloudpickle', 'pyteleport._engine') if m in sys.modules])"
    assert run(interpreter, site_packages, clean_environment, code) == "[]"


def test_engine_loads(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    code = "from pyteleport import _engine; print(_engine.__name__)"
    assert run(interpreter, site_packages, clean_environment, code).endswith("_engine")


def test_engine_exports_its_initialiser_alone() -> None:
    engine = REPOSITORY / "python" / "pyteleport" / "_engine.abi3.so"
    if not engine.exists():
        pytest.skip("the engine is not built: run `make build`")
    shown = subprocess.check_output(["nm", "-D", "--defined-only", str(engine)], text=True)
    exported = [line.split()[2] for line in shown.splitlines() if line.split()[1].isupper()]
    assert exported == ["PyInit__engine"]


def test_one_clear_sentence_without_swift(tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": str(tmp_path), "SWIFT": ""}
    python = os.path.realpath("/proc/self/exe")
    done = subprocess.run(
        [python, str(REPOSITORY / "hatch_build.py")], env=environment, stderr=subprocess.PIPE, text=True
    )
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1 and "no `swift` is on PATH" in done.stderr
