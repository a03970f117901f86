"""Texts keep their hashes, and where they can't, a program whose sets depend on them stays.

Must not know how the secret travels.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from interpreters import Interpreter

PROGRAM = """
import os, sys
import pyteleport
near, texts, known = os.getpid(), %s, hash("text")
order = list(texts)
try:
    pyteleport.teleport(%s)
    print("moved", os.getpid() != near, list(texts) == order, hash("text") == known, os.environ.get("LD_PRELOAD"))
except pyteleport.TeleportError as error:
    print("stays", error.code, error)
"""
TEXTS = '{"text %d" % n for n in range(50)}'


def run(program: str, interpreter: Interpreter, base: Path, environment: dict[str, str], *before: str) -> str:
    *enter, python = interpreter.command(base)
    command = [*enter, *before, python, "-c", program]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stderr == "", done.stderr
    return done.stdout


@pytest.fixture
def environment(site_packages: Path, clean_environment: dict[str, str]) -> dict[str, str]:
    return {**clean_environment, "PYTHONPATH": str(site_packages)}


@pytest.mark.parametrize("seed", [None, "random", "7"])
@pytest.mark.parametrize("target", ["here", "shell", "directory", "other seed there"])
def test_hashes_and_order_are_kept(
    target: str, seed: str | None, interpreter: Interpreter, site_packages: Path, environment: dict[str, str]
) -> None:
    where = {
        "here": "",
        "shell": "['sh', '-c'], python=sys.executable",
        "directory": "cwd='/'",
        "other seed there": "['env', 'PYTHONHASHSEED=3', 'sh', '-c'], python=sys.executable",
    }[target]
    if seed is not None:
        environment["PYTHONHASHSEED"] = seed
    shown = run(PROGRAM % (TEXTS, where), interpreter, site_packages.parent.parent, environment)
    assert shown == "moved True True True None\n"


@pytest.mark.parametrize("change", ["os.environ.update(PYTHONHASHSEED='1')", "os.environ.clear()"])
def test_what_the_program_does_to_its_environment_changes_no_hash(
    change: str, interpreter: Interpreter, site_packages: Path, environment: dict[str, str]
) -> None:
    program = (PROGRAM % (TEXTS, "")).replace("try:", change + "\ntry:")
    shown = run(program, interpreter, site_packages.parent.parent, environment)
    assert shown == "moved True True True None\n"


def test_what_was_preloaded_before_is_again(
    interpreter: Interpreter, site_packages: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    library = site_packages.parent / "nothing.so"
    if not library.exists():
        (tmp_path / "nothing.c").write_text("")
        aside = str(library) + ".%d" % os.getpid()
        subprocess.run(["cc", "-shared", "-nostdlib", "-o", aside, str(tmp_path / "nothing.c")], check=True)
        os.rename(aside, library)
    base = site_packages.parent.parent
    shown = run(PROGRAM % (TEXTS, ""), interpreter, base, environment, "env", "LD_PRELOAD=%s" % library)
    assert shown == "moved True True True %s\n" % library


def test_sets_of_texts_stay_where_the_hashes_can_not_go(
    interpreter: Interpreter, site_packages: Path, environment: dict[str, str]
) -> None:
    site = site_packages.parent / ("without-%s" % interpreter.name)
    shutil.copytree(site_packages, site)
    (site / "pyteleport" / "_bin" / "hash_secret.so").unlink()
    environment["PYTHONPATH"] = str(site)
    base = site_packages.parent.parent
    shown = run(PROGRAM % (TEXTS, ""), interpreter, base, environment)
    assert shown.startswith("stays hashes ") and "PYTHONHASHSEED" in shown
    assert run(PROGRAM % ("{1, 2, 2.5, None}", ""), interpreter, base, environment).startswith("moved True")
    environment["PYTHONHASHSEED"] = "11"
    assert run(PROGRAM % (TEXTS, ""), interpreter, base, environment) == "moved True True True None\n"
