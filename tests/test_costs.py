"""What costs time without being seen: modules that are loaded though nobody needs them, and caches that must not become stale.

Knows the names of expensive modules; must not measure time, which `benchmarks/run.py` does.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from interpreters import Interpreter

EXPENSIVE = {
    "ctypes",
    "enum",
    "importlib.util",
    "inspect",
    "json",
    "re",
    "signal",
    "tempfile",
    "threading",
    "typing",
}
LOADED = "import sys; print(*sorted(sys.modules))"


def run(
    interpreter: Interpreter, site: Path, environment: dict[str, str], program: Path, text: str
) -> list[str]:
    program.write_text(text)
    done = subprocess.run(
        [*interpreter.command(site.parent.parent), str(program)],
        env={**environment, "PYTHONPATH": str(site)},
        cwd=program.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_importing_loads_nothing_else(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    text = "import sys; bare = set(sys.modules); import pyteleport; print(*sorted(set(sys.modules) - bare))"
    (line,) = run(interpreter, site_packages, clean_environment, tmp_path / "program.py", text)
    assert line.split() == ["__future__", "pyteleport", "pyteleport._read", "pyteleport._read_hook"]


def test_a_hop_loads_nothing_expensive_on_either_side(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    program = tmp_path / "program.py"
    (bare,) = run(interpreter, site_packages, clean_environment, program, LOADED)
    near, far = run(
        interpreter,
        site_packages,
        clean_environment,
        program,
        "import sys\nfrom pyteleport import fork_shell, tp_dummy\n"
        "fork = fork_shell(return_='copy')\n"
        "if fork != 'copy':\n    fork.wait()\n    print(*sorted(sys.modules), flush=True)\n    tp_dummy()\n"
        "    print(*sorted(sys.modules))\n",
    )
    for loaded in (near, far):
        assert not set(loaded.split()) & EXPENSIVE - set(bare.split())


SEVERAL_CAPTURES = """
import os, sys, types
from pyteleport import _capture, _process

def modules():
    return [entry["name"] for entry in _capture.capture(sys._getframe(1)).manifest["modules"]]

def changed():
    return _process.held(True).get("environ")

assert changed() is None
os.environ["TRAVELS"] = "first"
assert changed() == {b"TRAVELS": b"first"}
os.environ["TRAVELS"] = "second"
assert changed() == {b"TRAVELS": b"second"}
del os.environ["TRAVELS"]
assert changed() is None

assert modules() == ["__main__"]
late = sys.modules["late"] = types.ModuleType("late")
exec("def function():\\n    return value\\nvalue = 3", late.__dict__)
kept = late.function
del late
assert modules() == ["__main__", "late"]
del sys.modules["late"]
assert modules() == ["__main__"]
assert kept() == 3
print("fresh")
"""


def test_each_capture_sees_what_is_there_now(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    program = tmp_path / "program.py"
    assert run(interpreter, site_packages, clean_environment, program, SEVERAL_CAPTURES) == ["fresh"]


SAME_NAMES = """
import os, string, sys
from pyteleport import _fresh, _patches

class Node:
    def __init__(self, name):
        self.name = name

def label(node):
    node.name, node.digits, node.whitespace = "other", "1", string.whitespace
    getattr(os, "O_BINARY", None)
    setattr(node, "punctuation", 1)

label(Node("name"))
_fresh.ask = None  # it would be called if nothing else told
string.mine = 1
(entry,) = _patches.held()["patches"]
assert entry == (string, ("mine",), 1), entry
print("quiet")
"""


def test_attributes_that_have_names_of_imported_modules_are_not_taken_for_theirs(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    program = tmp_path / "program.py"
    assert run(interpreter, site_packages, clean_environment, program, SAME_NAMES) == ["quiet"]
