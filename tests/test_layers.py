"""The layers are strict: each module imports what its room may know, and the arrival code only the standard library.

Knows the table in docs/internals.md as imports; must not know what the modules do.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from interpreters import REPOSITORY

SOURCES = REPOSITORY / "Sources"
PACKAGE = REPOSITORY / "python" / "pyteleport"
SYSTEM = {"Glibc", "Synchronization"}

MAY_IMPORT = {
    "Model": set(),
    "Bytecode": {"Model"},
    "Morph": {"Model", "Bytecode"},
    "Memory": {"Model"},
    "CPython": {"Model", "Memory"},
    "Snapshot": {"Model"},
    "Link": {"Model", "Snapshot"},
    "Transport": {"Model", "Snapshot", "Link", "Foundation"} | SYSTEM,
    "Engine": {"Model", "Bytecode", "Morph", "Memory", "CPython", "Snapshot"} | SYSTEM,
    "Extension": {"Model", "Bytecode", "Morph", "Memory", "CPython", "Engine", "CPythonABI"} | SYSTEM,
    "CLICommands": {"Model", "Snapshot", "Link", "Transport", "ArgumentParser", "Foundation"} | SYSTEM,
    "CLI": {"CLICommands"},
}


@pytest.mark.parametrize("module", sorted(MAY_IMPORT))
def test_swift_module_imports(module: str) -> None:
    wrong = []
    for path in sorted((SOURCES / module).rglob("*.swift")):
        pattern = (
            r"(?m)^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:public |package |internal |private )?import (?:\w+ )?(\w+)"
        )
        for imported in re.findall(pattern, path.read_text()):
            if imported not in MAY_IMPORT[module]:
                wrong.append("%s imports %s" % (path.relative_to(SOURCES), imported))
    assert not wrong


def test_every_swift_module_is_listed() -> None:
    modules = {path.name for path in SOURCES.iterdir() if any(path.rglob("*.swift"))}
    assert modules == set(MAY_IMPORT)


def imports_of(path: Path) -> set[str]:
    """The absolute names that a Python file imports, at any depth."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level + (node.module or ""))
    return names


def test_arrival_needs_the_standard_library_alone() -> None:
    wrong = []
    for path in sorted((PACKAGE / "arrival").rglob("*.py")):
        for name in imports_of(path):
            if name.startswith("..") or name.split(".")[0] in ("cloudpickle", "pyteleport"):
                wrong.append("%s imports %s" % (path.name, name))
    assert not wrong


@pytest.mark.parametrize("near", ["_link.py", "targets.py", "errors.py"])
def test_no_cloudpickle_outside_the_reducers(near: str) -> None:
    path = PACKAGE / near
    if not path.exists():
        pytest.skip("%s is not there yet" % near)
    assert not any(name.startswith("cloudpickle") for name in imports_of(path))


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.swift")), ids=lambda path: path.name)
def test_swift_files_stay_small(path: Path) -> None:
    if "Generated" not in path.parts:
        assert len(path.read_text().splitlines()) <= 800
