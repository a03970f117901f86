"""An interactive session goes on over there: what was typed ahead arrives, and prompts, errors and the end are those of a session.

Must not know how a session is recognised.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from interpreters import Interpreter

SESSION = """\
import os, sys, pyteleport
near = os.getpid()
def add(n):
    return n + known

known = 40
{call}
print("near", os.getpid() != near, add(2))
undefined
known += 1
add(2)
for n in range(2):
    print(n)

{call}
print("again", os.getpid() != near, add(3)); near = os.getpid()
sys.exit(7)
print("never")
"""


@pytest.mark.parametrize(
    "call", ["pyteleport.teleport()", "pyteleport.tp_bash('sh', '-c', python=sys.executable)"]
)
def test_a_session_read_from_a_pipe(
    call: str, interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    environment = {**clean_environment, "PYTHONPATH": str(site_packages)}
    command = [*interpreter.command(site_packages.parent.parent), "-q", "-i"]

    def run(call: str) -> subprocess.CompletedProcess[str]:
        text = SESSION.format(call=call)
        return subprocess.run(
            command, input=text, env=environment, capture_output=True, text=True, timeout=60
        )

    oracle, moved = run("pass"), run(call)
    assert "near False 42" in oracle.stdout and "again False 44" in oracle.stdout
    assert moved.stdout == oracle.stdout.replace("False", "True"), moved.stderr
    assert moved.returncode == oracle.returncode
    assert moved.stderr == oracle.stderr
