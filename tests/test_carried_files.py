"""Files and folders that go along: put in place when they differ from what is there, and left alone when they don't.

Knows the options of a target, and how to have other files at a place; must not know how files are sent.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from interpreters import FAR_ROOT, FARHOST, Interpreter, far_minors, required

PROGRAM = """
import os, sys, pyteleport
pyteleport.tp_shell("sh", "-c", python=%(python)r, before="cd %(far)s", files=["folder", "single"])
for name in ("folder/a", "folder/deep/b", "single"):
    with open(name, "rb") as file:
        print(name, len(file.read()), oct(os.stat(name).st_mode & 0o777))
print(sorted(os.listdir("folder")))
"""


def run(interpreter: Interpreter, site: Path, environment: dict[str, str], place: Path) -> str:
    done = subprocess.run(
        [interpreter.path, "-c", PROGRAM % {"python": interpreter.path, "far": place / "far"}],
        cwd=place / "near",
        env={**environment, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_folders_go_along_once(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    if interpreter.far_root:
        pytest.skip("the target is a script on this side")
    near, far = tmp_path / "near", tmp_path / "far"
    (near / "folder" / "deep").mkdir(parents=True)
    (near / "folder" / "empty").mkdir()
    far.mkdir()
    (near / "folder" / "a").write_bytes(b"a" * 3000000)
    (near / "folder" / "deep" / "b").write_bytes(b"")
    (near / "single").write_text("one")
    (near / "single").chmod(0o750)
    expected = "folder/a 3000000 0o644\nfolder/deep/b 0 0o644\nsingle 3 0o750\n['a', 'deep', 'empty']\n"
    assert run(interpreter, site_packages, clean_environment, tmp_path) == expected
    before = {name: (far / name).stat().st_ino for name in ("folder/a", "single")}
    (near / "single").write_text("two")
    assert run(interpreter, site_packages, clean_environment, tmp_path) == expected
    assert (far / "folder" / "a").stat().st_ino == before["folder/a"]
    assert (far / "single").read_text() == "two" and (far / "single").stat().st_ino != before["single"]


def test_files_of_the_same_place_are_not_touched(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    if interpreter.far_root:
        pytest.skip("the target is a script on this side")
    near = tmp_path / "near"
    (near / "folder" / "deep").mkdir(parents=True)
    (tmp_path / "far").symlink_to(near)
    (near / "folder" / "a").write_bytes(b"a" * 300)
    (near / "folder" / "deep" / "b").write_bytes(b"b")
    (near / "single").write_text("one")
    before = {name: (near / name).stat().st_ino for name in ("folder/a", "folder/deep/b", "single")}
    run(interpreter, site_packages, clean_environment, tmp_path)
    assert before == {name: (near / name).stat().st_ino for name in before}


FOLLOWING = """
import os, sys, pyteleport
os.makedirs(%(place)r, exist_ok=True)
with open(%(place)r + "/read", "w") as file:
    file.write("one\\ntwo\\nthree\\n")
reader = open(%(place)r + "/read")
reader.readline()
writer = open(%(place)r + "/written", "w")
writer.write("here ")
pyteleport.tp_bash("ssh", "-F", %(config)r, "farhost", python=%(python)r, follow_files=True)
print(os.uname().nodename, reader.read().split())
writer.write("there")
writer.close()
with open(%(place)r + "/written") as file:
    print(file.read())
"""


def test_open_files_go_along(site_packages: Path, clean_environment: dict[str, str], tmp_path: Path) -> None:
    from interpreters import found

    near = next((one for one in found() if not one.far_root and one.minor in far_minors()), None)
    if near is None:
        pytest.skip("the far host has no Python of a version that is here")
    place = "/tmp/pyteleport-followed-%d" % os.getpid()
    options = {
        "place": place,
        "config": str(FARHOST / "ssh" / "config"),
        "python": "python3.%d" % near.minor,
    }
    try:
        done = subprocess.run(
            [near.path, "-c", FOLLOWING % options],
            cwd=tmp_path,
            env={**clean_environment, "PYTHONPATH": str(site_packages)},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.stdout == "farhost ['two', 'three']\nhere there\n", done.stdout + done.stderr
        assert (FAR_ROOT / place[1:] / "written").read_text() == "here there"
        assert Path(place, "written").read_text() == "here "
    finally:
        subprocess.run(["rm", "-rf", place, str(FAR_ROOT / place[1:])])


READING = """
import json, os, pathlib, sys, pyteleport
place, first, second, *mounts = sys.argv[1:]
sys.path.insert(0, os.getcwd())
import helper

class Name(str):
    pass

def hop(there):
    # Where \"there\" lies at \"place\" the working directory is not, until it is brought.
    script = 'mount --bind "$0" "$1" && cd / && exec sh -c "$2"'
    pyteleport.tp_shell(*mounts, "sh", "-c", script, there, place, python=sys.executable, follow_files=True)

def show(*names):
    found = {os.path.relpath(os.path.join(folder, name)) for folder, _, names in os.walk(".") for name in names}
    print(json.dumps([os.path.relpath(os.getcwd(), place), sorted(found)]))

for name in ("text", "binary", "deep/path", "named", "dots", "gone", "written", "untouched", "../outside"):
    with open(name, "w") as file:
        file.write("content of " + name)
os.symlink("../outside", "link")
with open("text") as text, open(b"binary", "rb", 0), open(Name("named")), open("deep/../dots"), open("gone"), open("link"):
    text.read()
pathlib.Path("deep", "path").read_text()
os.close(os.open("descriptor", os.O_RDWR | os.O_CREAT))
with open(os.path.abspath("../outside")), open("../outside"):
    os.remove("gone")
os.chdir("..")
os.chdir("work")
pyteleport.tp_dummy()
hop(first)
show()
with open("made", "w"), open("made"), open("deep/path"):
    pass
with open("text", "a+") as text:
    text.seek(0)
    print(json.dumps(text.read()))
    text.write(", and more")
os.remove("binary")
hop(second)
show()
with open("text") as text:
    print(json.dumps([text.read(), helper.function()]))
"""


def test_files_that_were_read_go_along(
    interpreter: Interpreter, site_packages: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    command = interpreter.command(site_packages.parent.parent)
    # The far host's root is no place where mounts are, and has mounts of its own already.
    mounts = ["unshare", "--mount", "--propagation", "unchanged" if interpreter.far_root else "private"]
    if subprocess.run([*command[:-1], *mounts, "true"], capture_output=True).returncode:
        pytest.fail("no mounts of one's own here") if required() else pytest.skip("no mounts of one's own")
    place, first, second = (tmp_path / name for name in ("place", "first", "second"))
    for directory in (place / "work" / "deep", first, second):
        directory.mkdir(parents=True)
    (place / "work" / "helper.py").write_text("def function():\n    return 'of a module'\n")
    program = tmp_path / "program.py"
    program.write_text(READING)
    done = subprocess.run(
        [*command, str(program), *map(str, (place, first, second)), *mounts],
        cwd=place / "work",
        env={**clean_environment, "PYTHONPATH": str(site_packages), "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    arrived, content, later, end = map(json.loads, done.stdout.splitlines())
    assert arrived == ["work", ["binary", "deep/path", "descriptor", "dots", "link", "named", "text"]]
    assert content == "content of text"
    assert later == ["work", ["deep/path", "descriptor", "dots", "link", "made", "named", "text"]]
    assert end == ["content of text, and more", "of a module"]
    assert (first / "work" / "link").read_text() == "content of ../outside"
    assert not (first / "outside").exists() and not (second / "outside").exists()
