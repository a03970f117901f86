"""The interpreter that a program goes on in runs code as the one before did: it gets the same flags, or is refused by name.

Knows the calls and the errors' texts; must not know how flags are found or passed on.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from interpreters import Interpreter

PROGRAM = """
import locale, os, sys, warnings, pyteleport
near = os.getpid()

def function():
    "Documented."

def flags():
    limit = getattr(sys, "get_int_max_str_digits", int)()
    kept = [getattr(sys.flags, name, None) for name in %r]
    filters = [one[:1] + one[2:] for one in warnings.filters]
    return kept, sys.warnoptions, limit, function.__doc__, len(eval("'a' 'b'")), compile("assert 0", "", "exec").co_code, filters

if sys.argv[1:] == ["strange"]:
    warnings.simplefilter("always", EncodingWarning if sys.version_info >= (3, 10) else FutureWarning)
before = flags(), hash("text") if os.environ.get("PYTHONHASHSEED") else None
try:
    pyteleport.teleport(eval(os.environ["TARGET"]), **eval(os.environ.get("OPTIONS", "{}")))
except pyteleport.TeleportError as error:
    print("stays", error.code, error)
else:
    after = flags(), hash("text") if os.environ.get("PYTHONHASHSEED") else None
    print("moved" if os.getpid() != near else "here", before == after or (before, after))
""" % (["optimize", "bytes_warning", "dev_mode", "utf8_mode", "isolated", "ignore_environment", "safe_path"],)

FLAGS = {
    "optimized": ["-O"],
    "without documentation": ["-OO", "-bb"],
    "development": ["-X", "dev"],
    "encoding": ["-X", "utf8", "-X", "int_max_str_digits=7000"],
    "warnings": ["-W", "error::FutureWarning", "-W", "ignore::SyntaxWarning"],
    "environment": ["-E", "-s"],
}


def run(
    interpreter: Interpreter, site: Path, environment: dict[str, str], flags: list[str], **settings: str
) -> subprocess.CompletedProcess[str]:
    if interpreter.far_root:
        pytest.skip("the targets here are scripts on this side")
    text = "import sys; sys.path.insert(0, %r)\n" % str(site) + PROGRAM
    return subprocess.run(
        [interpreter.path, *flags, "-c", text, "strange"],
        env={**environment, **settings},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("target", ["None", "['sh', '-c']"])
@pytest.mark.parametrize("flags", FLAGS)
def test_same_flags(
    flags: str, target: str, interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    if flags == "development" and interpreter.minor == 8:
        pytest.skip("with the debugging allocator, a fork of CPython 3.8 crashes when it ends")
    options = repr({"python": interpreter.path} if target != "None" else {})
    done = run(interpreter, site_packages, clean_environment, FLAGS[flags], TARGET=target, OPTIONS=options)
    assert (done.stdout, done.stderr) == ("moved True\n", "")


def test_same_variables(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    clear = "env -u PYTHONHASHSEED -u PYTHONOPTIMIZE -u PYTHONUTF8 sh -c".split()
    done = run(
        interpreter,
        site_packages,
        clean_environment,
        [],
        TARGET=repr(clear),
        OPTIONS=repr({"python": interpreter.path}),
        PYTHONHASHSEED="5",
        PYTHONOPTIMIZE="1",
        PYTHONUTF8="1",
    )
    assert (done.stdout, done.stderr) == ("moved True\n", "")


def test_other_flags_are_refused_by_name(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    latin = "env PYTHONHASHSEED=6 PYTHONOPTIMIZE=2 PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 LC_ALL=C %s -s"
    done = run(
        interpreter,
        site_packages,
        clean_environment,
        [],
        TARGET="['sh', '-c']",
        OPTIONS=repr({"python": latin % interpreter.path}),
        PYTHONHASHSEED="5",
    )
    assert done.stdout.startswith("stays python-flags"), done.stdout + done.stderr
    for word in ("-O (here optimize 0, there 2)", "encoding", "PYTHONHASHSEED (here 5)", "hint: "):
        assert word in done.stdout


def test_a_dump_asks_for_its_flags(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    if interpreter.far_root:
        pytest.skip("one kind is enough")
    path = str(tmp_path / "program.tp")
    text = "import sys, os, pyteleport; pyteleport.dump(%r); print(__debug__)" % path
    environment = {**clean_environment, "PYTHONPATH": str(site_packages)}
    subprocess.run([interpreter.path, "-O", "-c", text], env=environment, check=True, capture_output=True)
    refused = subprocess.run([interpreter.path, path], env=environment, capture_output=True, text=True)
    assert refused.returncode == 1 and "optimize=1" in refused.stderr and "-O" in refused.stderr
    done = subprocess.run([interpreter.path, "-O", path], env=environment, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("False\n", "")


def test_the_working_directory_is_the_programs_where_it_exists(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    if interpreter.far_root:
        pytest.skip("the targets here are scripts on this side")
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    text = (
        "import os, sys, pyteleport\n"
        "gone = len(sys.argv) > 2 and os.mkdir('gone') is None and os.chdir('gone') is None\n"
        "pyteleport.tp_shell('sh', '-c', python=%r, before=sys.argv[1])\nprint(os.getcwd())\n"
        % interpreter.path
    )
    environment = {**clean_environment, "PYTHONPATH": str(site_packages), "HOME": str(home)}

    def where(*arguments: str) -> str:
        command = [interpreter.path, "-c", text, *arguments]
        done = subprocess.run(command, env=environment, cwd=work, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return os.path.relpath(done.stdout.strip(), tmp_path)

    assert where("true") == where("cd") == where("cd /") == "work"
    assert where("cd /usr/lib") == os.path.relpath("/usr/lib", tmp_path)
    assert where("cd && rmdir %s/gone" % work, "gone") == "home"
