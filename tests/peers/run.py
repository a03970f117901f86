"""Runs the test suites of cloudpickle and dill with their own picklers and with `pyteleport.dumps` and `loads`, and compares.

    python tests/peers/run.py [--write docs/peers.md] [VERSION…]

writes the whole table anew. Sources and tests come from PyPI, and what they need goes into directories below .venv-peers/. The peers' own functions are replaced by lines that are
added to a copy of their sources, so that subprocesses of the tests have them too.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from interpreters import REPOSITORY, Interpreter, found  # noqa: E402

PLACE = REPOSITORY / ".venv-peers"
#: The last releases whose source archives carry tests.
SUITES = {"cloudpickle": "2.2.1", "dill": "0.4.1"}
OLD_SUITES = {"dill": "0.3.9"}  # for 3.8
WANTED = 0.98

REPLACED = {
    "cloudpickle": (
        "cloudpickle/__init__.py",
        """
import pyteleport as _ours
from pyteleport.arrival import hooks as _hooks
dumps, loads, load = _ours.dumps, _ours.loads, _ours.load
def dump(obj, file, protocol=None, buffer_callback=None):
    _ours.dump(obj, file, protocol=protocol, buffer_callback=buffer_callback)
_register, _unregister = register_pickle_by_value, unregister_pickle_by_value
def register_pickle_by_value(module):
    _register(module)
    _ours.by_value(module)
def unregister_pickle_by_value(module):
    _unregister(module)
    del _hooks.by_value[module.__name__]
""",
    ),
    "dill": (
        "dill/_dill.py",
        """
import pyteleport as _ours
def dumps(obj, protocol=None, byref=None, fmode=None, recurse=None, **kwds):
    return _ours.dumps(obj)
def dump(obj, file, protocol=None, byref=None, fmode=None, recurse=None, **kwds):
    file.write(_ours.dumps(obj))
def loads(data, ignore=None, **kwds):
    # Its tests want what another process would get: classes that are not those of here.
    from pyteleport.arrival import values
    values._by_id.clear()
    values._tables()
    values._ids.clear()
    return _ours.loads(data)
def load(file, ignore=None, **kwds):
    return _ours.load(file)
""",
    ),
}


#: Tests that want what pyteleport does not do, by suite: each with the reason.
OTHERWISE = {
    "cloudpickle": {
        "test_closed_file": "closed files travel",
        "test_w_mode": "files open for writing travel",
        "test_recursion_during_pickling": "an object whose class recurses for each attribute travels: none is asked for",
        "test_builtin_classmethod_descriptor": "wants the bound method that pickle makes of the descriptor; ours is the descriptor",
    },
    "dill": {
        "test_bad_things": "wants exactly TypeError; ours is a subclass of it that names the way",
        "test_getstate": "wants to choose whether the globals that a function uses travel",
        "test_nostrictio_handlefmode": "wants files open for writing to be truncated",
        "test_nostrictio_filefmode": "wants files to take their content along",
        "test_nostrictio_contentsfmode": "wants files that are missing there to be made",
        "test_frame_related": "wants that generators, their frames and tracebacks can't be pickled; they can",
        "test_pycapsule": "capsules hold addresses, which mean nothing in another process",
    },
}


@dataclass
class Outcome:
    """Names of the tests that passed, and of those that did not."""

    passed: set[str]
    failed: set[str]


def prepare(interpreter: Interpreter, version: str) -> list[str]:
    """What starts an environment with pytest and this checkout; beside it are the peers' sources and tests, as they are and replaced."""
    place = PLACE / version
    packages = place / "packages"
    if not packages.exists():
        venv = ["-m", "venv", "--clear", "--without-pip", str(place)]
        subprocess.run([*interpreter.command(REPOSITORY), *venv], check=True)
        # From here, as the interpreters of the far host's root may have no pip.
        install = [sys.executable, "-m", "pip", "install", "-q", "--target", str(packages)]
        install += ["--only-binary", ":all:", "--python-version", version]
        wanted = ["pytest", "psutil", "cloudpickle", "tomli", "exceptiongroup"]
        subprocess.run([*install, *wanted], check=True)
        site = next(place.glob("lib/python3*/site-packages"))
        (site / "peers.pth").write_text("%s\n%s\n" % (packages, REPOSITORY / "python"))
    for suite, newest in SUITES.items():
        release = OLD_SUITES.get(suite, newest) if version == "3.8" else newest
        for which in ("own", "ours"):
            target = place / which / suite
            shutil.rmtree(target, ignore_errors=True)
            with tarfile.open(source(suite, release)) as archive:
                archive.extractall(place / which)  # noqa: S202 (from the index, into a directory of its own)
            (place / which / ("%s-%s" % (suite, release))).rename(target)
        file, text = REPLACED[suite]
        with open(place / "ours" / suite / file, "a") as module:
            module.write(text)
    return [*interpreter.command(REPOSITORY)[:-1], str(place / "bin" / "python")]


def source(suite: str, release: str) -> Path:
    archive = PLACE / ("%s-%s.tar.gz" % (suite, release))
    if not archive.exists():
        # Without dependencies and without building: only the archive is wanted.
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*command, "-d", str(PLACE), "%s==%s" % (suite, release)], capture_output=True)
    return archive


def run(python: list[str], place: Path, suite: str) -> Outcome:
    tests = "tests" if suite == "cloudpickle" else "dill/tests"
    command = [
        *python,
        "-m",
        "pytest",
        "-q",
        "-rA",
        "--tb=no",
        "-p",
        "no:cacheprovider",
    ]
    command += ["--color=no", "--continue-on-collection-errors", "-x", "--maxfail=10000", tests]
    path = "%s:%s" % (place, place / "tests" / "cloudpickle_testpkg")
    done = subprocess.run(
        command,
        cwd=place,
        env={"PYTHONPATH": path, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(place)},
        capture_output=True,
        text=True,
    )
    (place / "output.txt").write_text(done.stdout + done.stderr)
    outcome = Outcome(set(), set())
    for word, name in re.findall(r"(?m)^(PASSED|FAILED|ERROR) (\S+)", done.stdout):
        (outcome.passed if word == "PASSED" else outcome.failed).add(name)
    outcome.failed -= outcome.passed
    return outcome


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", type=Path)
    parser.add_argument("versions", nargs="*")
    options = parser.parse_args()
    PLACE.mkdir(exist_ok=True)
    rows = []
    good = True
    seen: set[str] = set()
    for interpreter in found():
        version = interpreter.version.rpartition(".")[0]
        if version in seen or options.versions and version not in options.versions:
            continue
        seen.add(version)
        python = prepare(interpreter, version)
        for suite in SUITES:
            own = run(python, PLACE / version / "own" / suite, suite)
            ours = run(python, PLACE / version / "ours" / suite, suite)
            kept = own.passed & ours.passed
            other = {name for name in own.passed - ours.passed if name.split("::")[-1] in OTHERWISE[suite]}
            share = len(kept) / max(len(own.passed) - len(other), 1)
            good = good and share >= WANTED
            rows.append((interpreter.version, suite, len(own.passed), len(kept), len(other), share))
            numbers = (version, suite, len(kept), len(own.passed), len(other), 100 * share)
            print("%s %s: %d of %d, %d otherwise by intent, %.1f %% of the rest" % numbers, flush=True)
            for name in sorted(own.passed - ours.passed - other):
                print("   not with ours:", name)
    if options.write:
        options.write.write_text(table(rows))
    return 0 if good else 1


def table(rows: list[tuple[str, str, int, int, int, float]]) -> str:
    lines = [
        HEAD,
        "| Python | suite | pass with its own | of these with ours | | otherwise by intent | of the rest |",
    ]
    lines.append("|---|---|---|---|---|---|---|")
    lines += [
        "| %s | %s | %d | %d | %.1f %% | %d | %.1f %% |"
        % (*row[:4], 100 * row[3] / row[2], row[4], 100 * row[5])
        for row in rows
    ]
    lines += ["", "What these suites want otherwise:", ""]
    for suite, tests in OTHERWISE.items():
        lines += ["* %s, `%s`: %s." % (suite, name, reason) for name, reason in tests.items()]
    return "\n".join(lines) + "\n"


HEAD = """# The peers' own tests

The test suites of cloudpickle and dill, from their source archives on PyPI, with their own picklers and with `pyteleport.dumps` and
`pyteleport.loads` in their place. Made by `python tests/peers/run.py --write docs/peers.md`. dill's suite wants classes that come back
within one process to be new ones, as they are in another process; for it, `loads` forgets the classes that it knows.
"""

if __name__ == "__main__":
    sys.exit(main())
