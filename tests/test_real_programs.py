"""Real programs of popular packages hop in the middle of what they do, and end with the very results of an undisturbed run.

Knows how to get the packages (into environments below .venv-programs/, made where CI or PYTELEPORT_PROGRAMS=1 wants it); must not
know what a program does. torch, which takes more than 5 GB with all that it depends on, is tried only where PYTELEPORT_PROGRAMS=torch
wants it. The leading comment of a program names the distributions that it needs.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from interpreters import REPOSITORY, Interpreter, found, required

HERE = Path(__file__).resolve().parent / "real"
PLACE = REPOSITORY / ".venv-programs"
WANTED = os.environ.get("PYTELEPORT_PROGRAMS", "")
PROGRAMS = sorted((HERE / "programs").glob("*.py"))
ALL = "numpy pandas scikit-learn flask"
MINUTES = 15


def needs(program: Path) -> str:
    """The distributions to install for a program: one environment has all but those that are large."""
    named = re.match(r"# needs: (.*)\n", program.read_text())
    assert named, program
    return ALL if set(named[1].split()) <= set(ALL.split()) else named[1] + " numpy"


def chosen() -> Interpreter | None:
    """One interpreter of this side that there are packages for."""
    fitting = [one for one in found() if one.minor >= 11 and not one.far_root]
    return next((one for one in fitting if (PLACE / one.version).exists()), fitting[0] if fitting else None)


def environment(wanted: str) -> str:
    """The interpreter of an environment with the distributions that are wanted."""
    interpreter = chosen()
    if interpreter is None:
        pytest.skip("no CPython 3.11 or newer here")
    is_large = wanted != ALL
    place = PLACE / (interpreter.version + ("-" + wanted.split()[0] if is_large else ""))
    python = place / "bin" / "python"
    check = "from importlib.metadata import version; [version(name) for name in %r]" % wanted.split()
    if python.exists() and not subprocess.run([str(python), "-c", check], capture_output=True).returncode:
        return str(python)
    if not (WANTED == "torch" or not is_large and (WANTED or required())):
        pytest.skip("PYTELEPORT_PROGRAMS=%s installs %s" % ("torch" if is_large else "1", wanted))
    subprocess.run([interpreter.path, "-m", "venv", str(place)], check=True, capture_output=True)
    install = [str(python), "-m", "pip", "install", "-q", *wanted.split()]
    try:
        done = subprocess.run(install, capture_output=True, text=True, timeout=60 * MINUTES)
    except subprocess.TimeoutExpired:
        pytest.skip("%s can't be installed in %d minutes" % (wanted, MINUTES))
    if done.returncode:
        pytest.skip("%s can't be installed: %s" % (wanted, done.stderr[-300:]))
    return str(python)


def run(
    python: str, program: Path, axis: str, site: Path, base: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    settings = {
        "PYTHONPATH": "%s:%s" % (site, HERE),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTELEPORT_AXIS": axis,
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    command = [python, str(program)]
    return subprocess.run(command, env={**base, **settings}, capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_same_results(program: Path, site_packages: Path, clean_environment: dict[str, str]) -> None:
    python = environment(needs(program))
    oracle = run(python, program, "none", site_packages, clean_environment)
    assert oracle.returncode == 0 and re.fullmatch(r"(?s).*@moved 0 of \d+\n", oracle.stderr), oracle.stderr
    moved = run(python, program, "process", site_packages, clean_environment)
    assert moved.returncode == 0, moved.stderr
    assert moved.stderr == oracle.stderr.replace("@moved 0", "@moved 1")
    assert moved.stdout == oracle.stdout


GRAPH = """
import sys, torch, pyteleport
weight = torch.ones(3, requires_grad=True)
result = (weight * 2).sum()
try:
    pyteleport.teleport()
except pyteleport.UnsupportedObjectError as error:
    print("global result" in str(error), "backward" in str(error))
first, second = pyteleport.loads(pyteleport.dumps((lambda whole: (whole[:3], whole[3:]))(torch.arange(6.0))))
first.as_strided((6,), (1,), 0)[4] = 9
print(second.tolist(), first.resize_(100).shape[0])
"""


def test_tensors_share_memory_and_graphs_are_refused(
    site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    python = environment("torch numpy")
    program = tmp_path / "graph.py"
    program.write_text(GRAPH)
    done = run(python, program, "process", site_packages, clean_environment)
    assert done.stdout == "True True\n[3.0, 9.0, 5.0] 100\n", done.stderr


OPTIONS = """
import numpy, pandas, pyteleport
numpy.seterr(divide="raise")
pandas.set_option("display.max_rows", 7)
pyteleport.teleport()
print(numpy.geterr()["divide"], pandas.get_option("display.max_rows"), pandas.options.display.max_columns)
"""


def test_options_of_libraries(site_packages: Path, clean_environment: dict[str, str], tmp_path: Path) -> None:
    python = environment(ALL)
    program = tmp_path / "options.py"
    program.write_text(OPTIONS)
    done = run(python, program, "process", site_packages, clean_environment)
    assert done.stdout == "raise 7 0\n", done.stdout + done.stderr
