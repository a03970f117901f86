"""Random programs move, again and again, from wherever it comes, and show what they show without moving.

Knows how `Tools/sweep/random_program.py` is told to; must not know what such a program shows.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from interpreters import REPOSITORY, Interpreter

WRITER = REPOSITORY / "Tools" / "sweep" / "random_program.py"
HOPS = 30


@pytest.mark.parametrize("seed", [101, 102])
def test_a_random_program_hops(
    seed: int,
    interpreter: Interpreter,
    site_packages: Path,
    clean_environment: dict[str, str],
    tmp_path: Path,
) -> None:
    made = subprocess.run(
        [sys.executable, str(WRITER), str(seed), str(interpreter.minor), "--hops"],
        check=True,
        capture_output=True,
        text=True,
    )
    program = tmp_path / "random_program.py"
    program.write_text(made.stdout)
    base = Path("/").joinpath(*tmp_path.parts[1:3])
    shown = []
    for hops in (0, HOPS):
        place = tmp_path / ("hops%d" % hops)
        place.mkdir()
        environment = {
            **clean_environment,
            "PYTHONPATH": str(site_packages),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTELEPORT_HOPS": str(hops),
        }
        command = [*interpreter.command(base), str(program)]
        done = subprocess.run(
            command, cwd=place, env=environment, capture_output=True, text=True, timeout=120
        )
        lines = done.stderr.splitlines()
        errors = [line for line in lines if line != "moved" and not line.startswith("refused: ")]
        shown.append((done.returncode, done.stdout, errors))
        assert lines.count("moved") >= hops // 2, done.stderr
    assert shown[0] == shown[1]
    assert len(shown[0][1].splitlines()) > 5
