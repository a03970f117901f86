"""A hop that is not possible yet happens when the C function in the way has returned, and nothing runs twice.

Knows what users write; must not know how the moment is found.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from interpreters import Interpreter

PROGRAM = """
import os
import pyteleport

near = os.getpid()
log = []


def key(item):
    log.append(item)
    if item == 2:
        log.append(pyteleport.teleport(when="possible"))
        log.append(os.getpid() == near)
    return -item


def inner():
    found = sorted([1, 2, 3], key=key)
    return found, os.getpid() != near


def outer():
    return max([5], key=lambda item: log.append(inner())), os.getpid() != near


print(outer(), log)
"""

SAVED = """
import sys
import pyteleport


def each():
    for number in range(3):
        if number == 1:
            print("asked", pyteleport.dump(sys.argv[1], when="possible"))
        yield number


def work():
    total = sum(each())
    return total


print("result", work())
"""

IMPOSSIBLE = """
import socket
import warnings
import pyteleport

warnings.simplefilter("always")


def key(item):
    if item == 2:
        pyteleport.teleport(when="possible")
    return item


def work():
    held = socket.socket()
    found = sorted([1, 2, 3], key=key)
    held.close()
    return found


print(work())
"""


def run(
    interpreter: Interpreter, where: Path, site: Path, environment: dict[str, str], text: str, *more: str
) -> subprocess.CompletedProcess[str]:
    program = where / "program.py"
    program.write_text(text)
    subprocess.run(["cp", "-r", *map(str, site.iterdir()), str(where)], check=True)
    return subprocess.run(
        [*interpreter.command(where), str(program), *more],
        env=dict(environment, PYTHONPATH=str(where)),
        cwd=where,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_it_hops_when_the_c_function_has_returned(
    interpreter: Interpreter, tmp_path: Path, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    done = run(interpreter, tmp_path, site_packages, clean_environment, PROGRAM)
    # Near while `sorted` runs, and while `max`, which is C too, has it called.
    assert done.stdout == "(5, True) [1, 2, None, True, 3, ([3, 2, 1], False)]\n", done.stdout + done.stderr
    assert (done.returncode, done.stderr) == (0, ""), done.stderr


def test_it_saves_when_the_c_function_has_returned(
    interpreter: Interpreter, tmp_path: Path, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    saved = str(tmp_path / "saved.pyc")
    done = run(interpreter, tmp_path, site_packages, clean_environment, SAVED, saved)
    assert (done.stdout, done.stderr) == ("asked None\nresult 3\n", "")
    again = subprocess.run(
        [*interpreter.command(tmp_path), saved],
        env=clean_environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (again.stdout, again.stderr) == ("result 3\n", "")


def test_what_fails_later_is_a_warning_and_the_program_goes_on(
    interpreter: Interpreter, tmp_path: Path, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    done = run(interpreter, tmp_path, site_packages, clean_environment, IMPOSSIBLE)
    assert (done.returncode, done.stdout) == (0, "[1, 2, 3]\n"), done.stderr
    assert "PostponedHopWarning: the postponed hop has failed: frame work" in done.stderr, done.stderr
    assert "socket" in done.stderr


TWICE = """
import os
import pyteleport

near = os.getpid()


def key(item):
    try:
        pyteleport.teleport(when="possible")
    except pyteleport.CaptureError as error:
        print(item, error.code, "sorted" in str(error), os.getpid() == near)
    return item


print(sorted([1, 2, 3], key=key), os.getpid() == near)
print(os.getpid() == near)
"""


def test_a_second_hop_can_not_wait_beside_the_first(
    interpreter: Interpreter, tmp_path: Path, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    done = run(interpreter, tmp_path, site_packages, clean_environment, TWICE)
    expected = "2 waiting True True\n3 waiting True True\n[1, 2, 3] False\nFalse\n"
    assert (done.stdout, done.stderr) == (expected, "")
