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
INTERRUPT = WRITER.with_name("interrupt.py")
HOPS = 30


def written(seed: int, interpreter: Interpreter, place: Path, *options: str) -> Path:
    command = [sys.executable, str(WRITER), str(seed), str(interpreter.minor), *options]
    program = place / "random_program.py"
    program.write_text(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return program


@pytest.mark.parametrize("seed", [101, 102])
def test_a_random_program_hops(
    seed: int,
    interpreter: Interpreter,
    site_packages: Path,
    clean_environment: dict[str, str],
    tmp_path: Path,
) -> None:
    program = written(seed, interpreter, tmp_path, "--hops")
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


@pytest.mark.parametrize("seed", [24, 43])
def test_a_random_program_survives_captures_at_any_moment(
    seed: int,
    interpreter: Interpreter,
    site_packages: Path,
    clean_environment: dict[str, str],
    tmp_path: Path,
) -> None:
    program = written(seed, interpreter, tmp_path)
    tool = tmp_path / INTERRUPT.name
    tool.write_text(INTERRUPT.read_text())
    base = Path("/").joinpath(*tmp_path.parts[1:3])
    done = subprocess.run(
        [*interpreter.command(base), str(tool), str(program), "3"],
        env={**clean_environment, "PYTHONPATH": str(site_packages)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) > 50
