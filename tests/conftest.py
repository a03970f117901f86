"""What all Python tests share: the interpreters as parameters, and the package staged for them."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from interpreters import REPOSITORY, Interpreter, far_host_is_up, found, missing, required


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "interpreter" in metafunc.fixturenames and not any(
        "interpreter" in str(mark.args[:1]) for mark in metafunc.definition.iter_markers("parametrize")
    ):
        metafunc.parametrize(
            "interpreter", found(), ids=lambda interpreter: interpreter.name, scope="session"
        )


def pytest_report_header() -> list[str]:
    lines = ["interpreters: " + ", ".join(interpreter.name for interpreter in found())]
    if missing():
        lines.append("MISSING interpreters: %d (%s)" % (len(missing()), ", ".join(missing())))
    lines.append("far host: " + ("up" if far_host_is_up() else "DOWN, what needs it is skipped"))
    return lines


@pytest.fixture(scope="session")
def site_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with pyteleport, as built in this checkout, and cloudpickle; what every interpreter gets as PYTHONPATH."""
    engine = REPOSITORY / "python" / "pyteleport" / "_engine.abi3.so"
    if not engine.exists():
        message = "the engine is not built: run `make build`"
        pytest.fail(message) if required() else pytest.skip(message)
    site = tmp_path_factory.mktemp("stage") / "site-packages"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(REPOSITORY / "python" / "pyteleport", site / "pyteleport", ignore=ignore)
    cloudpickle = importlib.metadata.distribution("cloudpickle")
    package = Path(str(cloudpickle.locate_file("cloudpickle")))
    shutil.copytree(package, site / "cloudpickle", ignore=ignore)
    information = "cloudpickle-%s.dist-info" % cloudpickle.version
    if (package.parent / information).is_dir():
        shutil.copytree(package.parent / information, site / information)
    for interpreter in found():
        # As an installer does: without it each of thousands of processes would compile all that it imports.
        command = [*interpreter.command(site.parent.parent), "-m", "compileall", "-q", str(site)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return site


@pytest.fixture(scope="session")
def clean_environment() -> dict[str, str]:
    """The environment for programs under test: nothing that changes how Python starts."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PYTELEPORT_", "COV", "VIRTUAL_ENV"))
    }


__all__ = ["Interpreter"]
