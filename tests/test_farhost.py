"""What only a second system can show: real ssh, a file system without our modules, and the death of either side.

Knows the far host of tests/farhost; must not know the protocol.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from interpreters import FAR_ROOT, FARHOST, far_host_is_up, found, required

if not far_host_is_up() and not required():
    pytest.skip("the far host is down (tests/farhost/up brings it up)", allow_module_level=True)

HOP = 'tp_bash("ssh", "-F", os.environ["SSH_CONFIG"], os.environ["FAR"], python=os.environ["FAR_PYTHON"])'
HEAD = "import os, platform, sys, time\nfrom pyteleport import TeleportError, tp_bash, tp_dummy\n"
TRY = (
    HEAD
    + "%s\ntry:\n    "
    + HOP
    + "\n    print('far', platform.node())\nexcept TeleportError as error:\n"
    + "    print('near', type(error).__name__, error.code, str(error).replace('\\n', ' '))\n"
)


#: The minor version that both systems have; the near side's own builds of the others can't go there.
NEAR = next((one for one in found() if one.minor == 13 and not one.far_root), None)


@pytest.fixture
def start(site_packages: Path, clean_environment: dict[str, str], tmp_path: Path):
    """Start a program on the near side."""
    assert NEAR is not None, "no Python 3.13 on this side"

    def begin(text: str, host: str = "farhost", python: str = "python3.13") -> subprocess.Popen[str]:
        program = tmp_path / "program.py"
        program.write_text(text)
        environment = dict(
            clean_environment,
            PYTHONPATH=str(site_packages),
            SSH_CONFIG=str(FARHOST / "ssh_config"),
            FAR=host,
            FAR_PYTHON=python,
        )
        return subprocess.Popen(
            [NEAR.path, str(program)],
            env=environment,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return begin


def ended(process: subprocess.Popen[str]) -> tuple[str, str]:
    output, errors = process.communicate(timeout=60)
    return output, errors


def test_a_hop_and_another_from_there(start) -> None:
    output, errors = ended(
        start(HEAD + HOP + "\nprint(platform.node())\ntp_dummy()\nprint(platform.node(), 'again')\n")
    )
    assert output.split("\n") == ["farhost", "farhost again", ""], errors


def test_a_module_that_is_missing_there_is_named_with_its_version(start) -> None:
    output, errors = ended(start(TRY % "import pip\nused = pip.main"))
    assert output.startswith("near TargetError module-missing"), errors
    assert "has no pip " in output and "-m pip install pip==" in output


@pytest.mark.parametrize(
    ("host", "python", "code"),
    [
        ("farhost", "python3.14", "python-mismatch"),
        ("farhost", "python3.99", "no-python"),
        ("no-such-host", "python3.13", "unreachable"),
    ],
)
def test_a_target_that_does_not_fit_is_refused(start, host: str, python: str, code: str) -> None:
    output, errors = ended(start(TRY % "", host, python))
    assert output.startswith("near TargetError %s " % code), errors
    assert "hint:" in output


def beats(path: Path) -> int:
    """How often the far program has reported, 0 when not yet."""
    try:
        return len(path.read_text())
    except FileNotFoundError:
        return 0


def until(condition, seconds: float = 20.0) -> bool:
    limit = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > limit:
            return False
        time.sleep(0.02)
    return True


BEATING = (
    HEAD
    + HOP
    + "\nwhile True:\n    with open(%r, 'a') as file:\n        file.write('.')\n    time.sleep(0.05)\n"
)


def test_the_far_program_dies_when_the_near_side_is_killed(start) -> None:
    name = "/tmp/beats-%d" % os.getpid()
    path = Path(str(FAR_ROOT) + name)
    path.unlink(missing_ok=True)
    process = start(BEATING % name)
    assert until(lambda: beats(path) > 3), process.stderr and process.stderr.read()
    process.send_signal(signal.SIGKILL)
    process.wait()

    def still() -> bool:
        before = beats(path)
        time.sleep(0.3)
        return beats(path) == before

    assert until(still)
    path.unlink()


def test_a_signal_ends_the_far_program_and_is_the_near_status(start) -> None:
    name = "/tmp/beats-signal-%d" % os.getpid()
    path = Path(str(FAR_ROOT) + name)
    path.unlink(missing_ok=True)
    process = start(BEATING % name)
    assert until(lambda: beats(path) > 3), process.stderr and process.stderr.read()
    process.send_signal(signal.SIGTERM)
    ended(process)
    assert process.returncode == -signal.SIGTERM
    path.unlink()


def test_a_gigabyte_arrives_whole(start) -> None:
    text = HEAD + "data = bytearray(1 << 30)\ndata[12345] = 1\ndata[-1] = 7\n" + HOP
    output, errors = ended(
        start(text + "\nprint(platform.node(), len(data), data[12345], data[-1], sum(data[:99999]))\n")
    )
    assert output == "farhost 1073741824 1 7 1\n", errors
