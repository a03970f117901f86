"""An environment with the same distributions is made over there once, and the program goes on in it.

Knows the option of a target; must not know how the environment is made.
"""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from interpreters import Interpreter

PROGRAM = """
import sys
for name, module in list(sys.modules.items()):  # what this machine's interpreter loads by itself is not the program's
    if "site-packages" in (getattr(module, "__file__", None) or "") and sys.prefix in module.__file__:
        del sys.modules[name]
import os, sys, tinydist, pyteleport
before = tinydist.__file__
pyteleport.tp_shell("env", "-u", "PYTHONPATH", "sh", "-c", python=%r, environment="venv")
import importlib
print(tinydist.value(), "venv-" in sys.prefix, "venv-" in tinydist.__file__, "venv-" in before)
"""


def test_same_distributions_are_installed_once(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    if interpreter.far_root:
        pytest.skip("the target is a script on this side")
    place = tmp_path / "lib" / "site-packages"
    wheel = tmp_path / "wheels" / "tinydist-1.2-py3-none-any.whl"
    wheel.parent.mkdir()
    information = {
        "METADATA": "Metadata-Version: 2.1\nName: tinydist\nVersion: 1.2\n",
        "WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "top_level.txt": "tinydist\n",
    }
    files = {"tinydist.py": "def value():\n    return 42\n"}
    files.update({"tinydist-1.2.dist-info/" + name: text for name, text in information.items()})
    files["tinydist-1.2.dist-info/RECORD"] = "".join(name + ",,\n" for name in files)
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(text)
    environment = {
        **clean_environment,
        "PYTHONPATH": "%s:%s" % (site_packages, place),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheel.parent),
    }
    made = []
    for _ in range(2):
        done = subprocess.run(
            [interpreter.path, "-c", PROGRAM % interpreter.path],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.stdout == "42 True True False\n", done.stdout + done.stderr
        made.append(
            [
                (entry.name, entry.stat().st_ino)
                for entry in (tmp_path / "cache" / "pyteleport").glob("venv-*")
            ]
        )
    assert len(made[0]) == 1 and made[0] == made[1]
