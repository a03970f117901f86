"""A hop that fails leaves the program where it is, and says why: each way to fail, made by a target that is a shell script.

Knows the calls and the errors' texts; must not know the protocol, except where a cut has to be made at a certain step.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from interpreters import Interpreter

PROGRAM = """
import os, signal, sys, pyteleport
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
near = os.getpid()
data = bytearray(int(os.environ.get("SIZE", "10")))
try:
    pyteleport.teleport(eval(os.environ["TARGET"]), **eval(os.environ.get("OPTIONS", "{}")))
    print("runs", "here" if os.getpid() == near else "there", len(data))
except pyteleport.TeleportError as error:
    print("stays", type(error).__name__, error.code, flush=True)
    print(error, flush=True)
"""

# A wire that carries the near side's bytes to the script's Python and cuts after some frames, or what comes back after others.
WIRE = r"""
import os, subprocess, sys, threading
cut, script = sys.argv[1], sys.argv[2]
far = subprocess.Popen(["sh", "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
def die():
    far.stdin.close(); far.stdout.close(); far.kill(); os._exit(7)
if cut == "hello": die()
greeting = far.stdout.readline() + far.stdout.readline()
os.write(1, greeting)
if cut == "stage": die()
def exactly(n):
    data = b""
    while len(data) < n:
        more = os.read(0, n - len(data))
        if not more: os._exit(0)
        data += more
    return data
def down():
    while True:
        head = exactly(5)
        size = int.from_bytes(head[1:], "little")
        body = exactly(size)
        if head[:1] == b"G":
            if cut == "go": die()
            if cut == "late": far.stdin.write(head); far.stdin.flush(); far.stdout.read(5); die()
        far.stdin.write(head + body); far.stdin.flush()
        if head[:1] == b"D":
            left = int.from_bytes(body, "little")
            while left:
                if cut == "snapshot": die()
                data = os.read(0, min(left, 65536)); left -= len(data)
                if not data: os._exit(0)
                far.stdin.write(data)
            far.stdin.flush()
threading.Thread(target=down, daemon=True).start()
while True:
    data = os.read(far.stdout.fileno(), 65536)
    if not data: os._exit(0)
    if cut == "ready" and data[:1] == b"r": die()
    if cut == "late" and data[:1] == b"r":
        os.write(1, data); threading.Event().wait()
    runs = data.find(b"u\0\0\0\0") + 5 if cut == "running" else 4
    if runs > 4: os.write(1, data[:runs]); die()  # whatever the program has said since
    os.write(1, data)
"""


def hop(
    interpreter: Interpreter, site: Path, environment: dict[str, str], target: object, **settings: str
) -> subprocess.CompletedProcess[str]:
    if interpreter.far_root:
        pytest.skip("the targets here are scripts on this side")
    environment = {**environment, "PYTHONPATH": str(site), "TARGET": repr(target), **settings}
    return subprocess.run(
        [interpreter.path, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


FAULTS = {
    "no such command": (["/no/such/command"], "{}", "TargetError no-command", "can't start"),
    "nobody answers": (["sh", "-c", "exit 3", "x"], "{}", "TargetError unreachable", "exit status 3"),
    "no python": (["sh", "-c"], "{'python': 'no-such-python'}", "TargetError no-python", "no-such-python"),
    "an impostor": (["sh", "-c"], "{'python': 'echo'}", "TargetError unreachable", "no Python answered"),
    "a file that is not there": (
        ["sh", "-c"],
        "{'python': sys.executable, 'files': ['/no/file']}",
        "TargetError no-file",
        "/no/file",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_stays_and_says_why(
    fault: str, interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    target, options, kind, text = FAULTS[fault]
    done = hop(interpreter, site_packages, clean_environment, target, OPTIONS=options)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("stays " + kind), done.stdout + done.stderr
    assert text in done.stdout and "hint: " in done.stdout
    assert "runs" not in done.stdout


def test_other_minor_version(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    if "%d.%d" % sys.version_info[:2] == interpreter.version.rpartition(".")[0]:
        pytest.skip("this is the same version")
    done = hop(
        interpreter, site_packages, clean_environment, ["sh", "-c"], OPTIONS=repr({"python": sys.executable})
    )
    assert done.stdout.startswith("stays TargetError python-mismatch"), done.stdout + done.stderr
    assert interpreter.version in done.stdout and "%d.%d.%d" % sys.version_info[:3] in done.stdout
    assert 'python="python%s"' % interpreter.version.rpartition(".")[0] in done.stdout


@pytest.mark.parametrize("cut", ["hello", "stage", "snapshot", "ready", "go"])
def test_cut_before_the_handover(
    cut: str, interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    wire = tmp_path / "wire.py"
    wire.write_text(WIRE)
    target = [sys.executable, str(wire), cut]
    settings = {"SIZE": "3000000", "XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = hop(
        interpreter,
        site_packages,
        clean_environment,
        target,
        OPTIONS=repr({"python": interpreter.path}),
        **settings,
    )
    if cut == "go":  # the word was on its way: it must run nowhere, and a copy must lie on the disk
        check_saved(done, interpreter, tmp_path)
        return
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("stays TargetError" if cut == "hello" else "stays LinkError"), (
        done.stdout + done.stderr
    )
    assert "runs" not in done.stdout
    assert not (tmp_path / "pyteleport").exists()


def test_cut_in_the_handover(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    wire = tmp_path / "wire.py"
    wire.write_text(WIRE)
    settings = {"SIZE": "1000", "XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    target = [sys.executable, str(wire), "late"]
    done = hop(
        interpreter,
        site_packages,
        clean_environment,
        target,
        OPTIONS=repr({"python": interpreter.path}),
        **settings,
    )
    check_saved(done, interpreter, tmp_path)


def check_saved(done: subprocess.CompletedProcess[str], interpreter: Interpreter, state: Path) -> None:
    assert done.returncode == 255, done.stdout + done.stderr
    assert "runs" not in done.stdout and "stays" not in done.stdout
    (saved,) = (state / "pyteleport").glob("lost-*.pyc")
    assert str(saved) in done.stderr and "hint: " in done.stderr
    again = subprocess.run([interpreter.path, str(saved)], capture_output=True, text=True, timeout=60)
    assert again.stdout.startswith("runs there"), again.stdout + again.stderr


def test_cut_while_it_runs(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    wire = tmp_path / "wire.py"
    wire.write_text(WIRE)
    target = [sys.executable, str(wire), "running"]
    done = hop(
        interpreter, site_packages, clean_environment, target, OPTIONS=repr({"python": interpreter.path})
    )
    assert done.returncode == 255, done.stdout + done.stderr
    assert "link to the running program is lost" in done.stderr
    assert "stays" not in done.stdout


def test_files_travel(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    if interpreter.far_root:
        pytest.skip("the target is a script on this side")
    (tmp_path / "near" / "sub").mkdir(parents=True)
    (tmp_path / "far").mkdir()
    (tmp_path / "near" / "sub" / "data").write_bytes(bytes(range(256)) * 9999)
    text = (
        "import os, pyteleport\n"
        "pyteleport.tp_shell('sh', '-c', python=%r, before='cd %s', files=['sub/data'])\n"
        "print(os.getcwd(), os.path.getsize('sub/data'))\n" % (interpreter.path, tmp_path / "far")
    )
    done = subprocess.run(
        [interpreter.path, "-c", text],
        cwd=tmp_path / "near",
        env={**clean_environment, "PYTHONPATH": str(site_packages)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout == "%s %d\n" % (os.path.realpath(tmp_path / "far"), 256 * 9999), done.stderr


LARGE_DATA = """
import pickle, sys, threading, zlib, pyteleport

class Outside:
    def __init__(self, data):
        self.data = data
    def __reduce_ex__(self, protocol):
        return Outside, (pickle.PickleBuffer(self.data),)

def digest():
    return [zlib.crc32(part) for part in (large, constant, outside.data, small)]

pattern = bytes(range(251))
large = bytearray(pattern) * 270000
large[-1] = 255
constant = bytes(pattern * 268000)
outside = Outside(bytearray(pattern[::-1]) * 269000)
small = bytearray(pattern) * 9000
alias = large
before = digest()
for target in (None, ["sh", "-c"]):
    pyteleport.teleport(target, **({"python": sys.executable} if target else {}))
    assert digest() == before
    assert alias is large and type(large) is type(outside.data) is bytearray and type(constant) is bytes
    large[0] = large[-2] = 7
    large.append(8)
    del large[-1]
    before = digest()
    assert threading.active_count() == 1
    print("arrived", len(large), flush=True)
"""


def test_large_data_arrives_as_it_was(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    program = tmp_path / "program.py"
    program.write_text(LARGE_DATA)
    done = subprocess.run(
        [*interpreter.command(site_packages.parent.parent), str(program)],
        env={**clean_environment, "PYTHONPATH": str(site_packages)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stdout == "arrived 67770000\n" * 2, done.stdout + done.stderr


def test_a_cut_in_large_data(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    wire = tmp_path / "wire.py"
    wire.write_text(WIRE.replace('if cut == "snapshot": die()', "if left < 40000000: die()"))
    done = hop(
        interpreter,
        site_packages,
        clean_environment,
        [sys.executable, str(wire), "snapshot"],
        OPTIONS=repr({"python": interpreter.path}),
        SIZE="90000000",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("stays LinkError"), done.stdout + done.stderr


# A target that kills the interpreter over there as soon as it has read a part of the program.
KILLING = r"""
import os, subprocess, sys, time
far = subprocess.Popen(["sh", "-c", sys.argv[1]])
def readers():
    for pid in open("/proc/%d/task/%d/children" % (far.pid, far.pid)).read().split():
        yield int(pid)
def has_read(pid):
    return int(dict(line.split(": ") for line in open("/proc/%d/io" % pid).read().splitlines())["rchar"])
while far.poll() is None:
    for pid in readers():
        if has_read(pid) > 30000000:
            os.kill(pid, 9)
            sys.exit(far.wait())
    time.sleep(0.001)
"""


def test_killed_while_it_receives(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    target = tmp_path / "killing.py"
    target.write_text(KILLING)
    done = hop(
        interpreter,
        site_packages,
        clean_environment,
        [sys.executable, str(target)],
        OPTIONS=repr({"python": interpreter.path}),
        SIZE="200000000",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("stays RestoreError"), done.stdout + done.stderr
    assert "was ended by signal 9 while it rebuilt the program" in done.stdout
